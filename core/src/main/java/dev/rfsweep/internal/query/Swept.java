package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.Extremes;
import dev.rfsweep.internal.engine.sink.Histogram;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.engine.sink.TopK;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.RefusedException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The answers by brute force, for where algebra is given up.
 *
 * @param sweep the question, without columns
 * @param mostStates states after which it was given up, or empty when it was not tried
 */
record Swept(Sweep sweep, OptionalLong mostStates) {

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    BigInteger count() {
        return run(sweep::count);
    }

    SortedMap<Figure, BigInteger> histogram(Column column) {
        SortedMap<Figure, BigInteger> counts = new TreeMap<>();
        into(List.of(column), Histogram.of(0)).forEach((value, count) -> counts.put(value, BigInteger.valueOf(count)));
        return counts;
    }

    Bounds bounds(List<Column> columns) {
        Extremes.Result swept = into(columns, Extremes.of(columns));
        return new Bounds(BigInteger.valueOf(swept.count()), swept.least(), swept.most());
    }

    List<BigInteger> best(Column by, TopK sink) {
        return into(List.of(by), sink).stream().map(Row::id).toList();
    }

    List<BigInteger> ids(SortedSet<BigInteger> ranks) {
        return SweptIds.pick(sweep, ranks);
    }

    List<ChoiceCount> choices(Space space) {
        return run(() -> Marginals.of(space, sweep));
    }

    <S, R> R into(List<Column> columns, Sink<S, R> sink) {
        return run(() -> sweep.columns(columns).into(sink));
    }

    /** An offset beyond all ids that a sweep could ever pass leaves out everything. */
    <C> Outcome stream(List<Column> columns, RowEncoder<C> encoder, BigInteger offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        return sweep.columns(columns).stream(encoder, offset.min(LONGEST).longValue(), limit, out);
    }

    /** Tells both reasons where that is refused, too. */
    private <T> T run(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RefusedException refused) {
            throw mostStates.isEmpty() ? refused : Budget.exceeded(mostStates.getAsLong(), refused);
        }
    }
}
