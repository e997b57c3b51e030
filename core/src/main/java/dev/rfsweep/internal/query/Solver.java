package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.query.Explanation.Way;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.query.best.Objective;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Figure;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** The answers, each by algebra where that is feasible and otherwise by a sweep. They tell which way it was. */
record Solver(Scope scope) {

    Found<BigInteger> count() {
        // Without conditions a sweep would count by algebra, too.
        boolean exhaustive = scope.conditions().isEmpty();
        return Found.of(algebra().count(), exhaustive ? scope.sweep().exhaustive(true)::count : scope.swept()::count);
    }

    Found<SortedMap<Figure, BigInteger>> histogram(Column column) {
        return Found.of(algebra().histogram(column), () -> scope.swept().histogram(column));
    }

    /** The ids of the matches of those numbers that {@code ranks} picks out of how many there are. */
    Found<List<BigInteger>> picked(Function<BigInteger, SortedSet<BigInteger>> ranks) {
        Optional<Selection> matches = algebra().matches();
        return Found.of(
                matches.map(found ->
                        ranks.apply(found.count()).stream().map(found::id).toList()),
                () -> scope.swept().ids(ranks.apply(scope.swept().count())));
    }

    Found<List<BigInteger>> best(Objective objective, int most) {
        return Found.of(algebra().best(objective, most), new BestMatches(scope, objective, most)::bySweep);
    }

    Found<List<ChoiceCount>> choices() {
        return Found.of(algebra().choices(), () -> scope.swept().choices(scope.space()));
    }

    Found<List<Label>> front(List<Objective> objectives) {
        List<Column> by = objectives.stream().map(Objective::column).toList();
        return Found.of(algebra().front(objectives), () -> scope.swept()
                .into(by, new SweptFront(objectives, scope.sweep().cancellation())));
    }

    Found<Bounds> bounds(List<Column> columns) {
        return Found.of(algebra().bounds(columns), () -> scope.swept().bounds(columns));
    }

    <C> Found<Outcome> stream(
            List<Column> columns, RowEncoder<C> encoder, BigInteger offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        boolean allMatch;
        Optional<MatchEnumeration> guide;
        try {
            allMatch = scope.allMatch();
            guide = allMatch ? Optional.empty() : scope.guide(columns);
        } catch (CancellationException beforeTheFirstRow) {
            return new Found<>(
                    Way.SWEEP, new Outcome(0, false, scope.sweep().ids().from()));
        }
        if (guide.isPresent()) {
            BigInteger end = scope.sweep().ids().to();
            return new Found<>(Way.GUIDED, guide.get().stream(encoder, offset, limit, end, out));
        }
        return new Found<>(
                Way.SWEEP,
                allMatch // then ranks are ids
                        ? scope.sweep().columns(columns).ids(scope.sweep().ids().skip(offset)).stream(
                                encoder, 0, limit, out)
                        : scope.swept().stream(columns, encoder, offset, limit, out));
    }

    <S, R> Found<R> into(List<Column> columns, Sink<S, R> sink) {
        Optional<MatchEnumeration> guide = scope.allMatch() ? Optional.empty() : scope.guide(columns);
        return guide.isPresent()
                ? new Found<>(Way.GUIDED, guide.get().into(sink))
                : new Found<>(Way.SWEEP, scope.swept().into(columns, sink));
    }

    private Algebra algebra() {
        return new Algebra(scope);
    }
}
