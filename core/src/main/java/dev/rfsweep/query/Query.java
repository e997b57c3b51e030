package dev.rfsweep.query;

import dev.rfsweep.engine.ChunkConsumer;
import dev.rfsweep.engine.Monitor;
import dev.rfsweep.engine.Outcome;
import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Row;
import dev.rfsweep.engine.RowEncoder;
import dev.rfsweep.engine.Selection;
import dev.rfsweep.engine.Sink;
import dev.rfsweep.engine.Sweep;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Metric;
import dev.rfsweep.paths.SumBounds;
import dev.rfsweep.space.ChoicePoints;
import dev.rfsweep.space.Space;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Exact counts over a whole space, by algebra where the distinct states are few and otherwise by a sweep. Both give the
 * same answer.
 *
 * <p>Whatever is asked can be stopped: by the {@link Monitor} that {@linkplain #watchedBy watches}, or by interrupting the
 * thread that asks. Then it throws {@link java.util.concurrent.CancellationException}, but for {@link #stream}, whose outcome
 * tells where to go on once rows are on their way.
 */
public final class Query {

    private final Scope scope;

    private Query(Scope scope) {
        this.scope = scope;
    }

    /** The variants of {@code space} that meet all of {@code conditions}. */
    public static Query over(Space space, List<Condition> conditions) {
        Sweep sweep = Sweep.over(space).where(conditions);
        return new Query(new Scope(space, conditions, sweep, Budget.states(sweep)));
    }

    /**
     * Only about the ids of {@code sweep}, and with it where it comes to a sweep; it must be over the same space under the
     * same conditions.
     */
    public Query sweeping(Sweep sweep) {
        long mostStates = scope.mostStates() < 0 ? scope.mostStates() : Budget.states(sweep);
        return new Query(new Scope(scope.space(), scope.conditions(), sweep, mostStates));
    }

    /** Watched by {@code monitor}, which may stop it. */
    public Query watchedBy(Monitor monitor) {
        return new Query(new Scope(
                scope.space(), scope.conditions(), scope.sweep().monitor(monitor), scope.mostStates()));
    }

    /** Always by the sweep, because every variant is to be evaluated. */
    public Query withoutAlgebra() {
        return new Query(new Scope(scope.space(), scope.conditions(), scope.sweep(), -1));
    }

    /**
     * The number of matches.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public BigInteger count() {
        if (scope.conditions().isEmpty()) {
            return scope.sweep().count(); // algebra of its own
        }
        return Tally.of(scope.question(List.of()), -1, scope.mostStates())
                .map(counts -> counts.getOrDefault(0L, BigInteger.ZERO))
                .orElseGet(scope.swept()::count);
    }

    /**
     * The number of matches for each value of {@code column} that any of them has, ascending.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public SortedMap<Figure, BigInteger> histogram(Column column) {
        Question question = scope.question(List.of(column));
        return Tally.of(question, question.columnSlot(0), scope.mostStates())
                .map(counts -> figures(column.metric(), counts))
                .orElseGet(() -> scope.swept().histogram(column));
    }

    private static SortedMap<Figure, BigInteger> figures(Metric metric, SortedMap<Long, BigInteger> countOfKey) {
        SortedMap<Figure, BigInteger> counts = new TreeMap<>();
        countOfKey.forEach((key, count) -> counts.put(new Figure(metric, key), count));
        return counts;
    }

    /**
     * Different matches, all sets of so many being equally likely, in ascending order of id; every match when there are
     * no more. One {@code seed} gives one answer, on every machine and whichever way it is found.
     *
     * @param columns what rows hold
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public List<Row> sample(List<Column> columns, int most, long seed) {
        Budget.requireFits(most, scope.sweep());
        Optional<Selection> matches = scope.matches();
        BigInteger count = matches.map(Selection::count).orElseGet(scope.swept()::count);
        SortedSet<BigInteger> ranks = Draw.distinct(count, most, seed, scope.sweep().cancellation());
        return rows(columns, ids(matches, ranks));
    }

    /**
     * A page of the matches in ascending order of id: at most {@code limit} of them after the first {@code offset},
     * which cost nothing where algebra is feasible.
     *
     * @param columns what rows hold
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public List<Row> page(List<Column> columns, BigInteger offset, int limit) {
        Budget.requireFits(limit, scope.sweep());
        Optional<Selection> matches = scope.matches();
        BigInteger count = matches.map(Selection::count).orElseGet(scope.swept()::count);
        SortedSet<BigInteger> ranks = new TreeSet<>();
        for (BigInteger rank = offset;
                ranks.size() < limit && rank.compareTo(count) < 0;
                rank = rank.add(BigInteger.ONE)) {
            ranks.add(rank);
        }
        return rows(columns, ids(matches, ranks));
    }

    /**
     * Streams the matches in ascending order of id, in bounded memory. Where algebra is feasible every step leads to a
     * match, and the offset costs nothing; otherwise the sweep looks for them.
     *
     * @param columns what rows hold
     * @param encoder turns rows into chunks, on many threads
     * @param offset matches to leave out at the beginning
     * @param limit most matches to hand out
     * @param out takes the chunks, in order
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows
     * @throws IOException as {@code out} does
     */
    public <C> Outcome stream(
            List<Column> columns, RowEncoder<C> encoder, BigInteger offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        if (scope.allMatch()) { // then ranks are ids
            IdRange rest = scope.sweep().ids().skip(offset);
            return scope.sweep().columns(columns).ids(rest).stream(encoder, 0, limit, out);
        }
        Optional<Guide> guide = scope.guide(columns);
        return guide.isPresent()
                ? guide.get().stream(encoder, offset, limit, scope.sweep().ids().to(), out)
                : scope.swept().stream(columns, encoder, offset, limit, out);
    }

    /**
     * Folds all matches into a sink, in ascending order of id, looking only at matches where algebra is feasible.
     *
     * @param columns what batches hold of each match: {@link dev.rfsweep.engine.Batch#get} numbers them as listed here
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public <S, R> R into(List<Column> columns, Sink<S, R> sink) {
        return scope.allMatch()
                ? scope.swept().into(columns, sink)
                : scope.guide(columns).map(guide -> guide.into(sink)).orElseGet(() -> scope.swept()
                        .into(columns, sink));
    }

    /**
     * The matches with the least values of {@code by}, or the greatest if {@code descending}, best first and ties in
     * ascending order of id.
     *
     * @param columns what rows hold
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public List<Row> top(List<Column> columns, Column by, boolean descending, int most) {
        Budget.requireFits(most, scope.sweep());
        return rows(columns, new Winners(scope).extreme(by, descending, most));
    }

    /**
     * The matches whose values of {@code by} are nearest to {@code target}, nearest first and ties in ascending order of
     * id.
     *
     * @param columns what rows hold
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public List<Row> nearest(List<Column> columns, Column by, BigDecimal target, int most) {
        Budget.requireFits(most, scope.sweep());
        return rows(columns, new Winners(scope).nearest(new Objective.Nearest(by, target), most));
    }

    /** The same for a whole target. */
    public List<Row> nearest(List<Column> columns, Column by, long target, int most) {
        return nearest(columns, by, BigDecimal.valueOf(target), most);
    }

    /**
     * For every value of every choice point of the space, in the order of {@link ChoicePoints}: how many matches take it.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public List<ChoiceCount> choices() {
        return scope.matches()
                .map(matches -> Marginals.of(scope.space(), matches, scope.sweep().cancellation()))
                .orElseGet(() -> scope.swept().choices(scope.space()));
    }

    /**
     * The exact Pareto front: the points that no match beats in one objective without being worse in another, ordered by
     * the first objective, then the second, and so on; best first.
     *
     * @param columns what rows hold
     * @param objectives at least one
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public List<FrontRow> pareto(List<Column> columns, List<Objective> objectives) {
        List<Column> by = objectives.stream().map(Objective::column).toList();
        Question question = scope.question(by);
        int[] slots = IntStream.range(0, by.size()).map(question::columnSlot).toArray();
        List<Label> front = MatchBuilder.matches(question, scope.mostStates())
                .flatMap(matches -> Front.of(matches, objectives, slots, scope.mostStates(), question.cancellation()))
                .orElseGet(() -> scope.swept().into(by, new SweptFront(objectives, question.cancellation())));
        RowReader reader = new RowReader(scope.space(), columns, scope.sweep().cancellation());
        return front.stream()
                .map(label -> new FrontRow(reader.row(label.id()), label.count()))
                .toList();
    }

    /**
     * The number of matches and the least and the greatest value of each of {@code columns} among them.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public Bounds bounds(List<Column> columns) {
        List<Figure> least = new ArrayList<>();
        List<Figure> most = new ArrayList<>();
        // Column by column: each trellis has only the states that one column needs.
        for (Column column : columns) {
            Question question = scope.question(List.of(column));
            Optional<Selection> matches = MatchBuilder.matches(question, scope.mostStates());
            if (matches.isEmpty()) {
                return scope.swept().bounds(columns);
            }
            if (!matches.get().graph().isEmpty()) {
                int slot = question.columnSlot(0);
                int constant = question.trellis().constant(slot);
                SumBounds sums = matches.get().bounds(slot);
                least.add(new Figure(column.metric(), sums.least()[0] + constant));
                most.add(new Figure(column.metric(), sums.most()[0] + constant));
            }
        }
        return new Bounds(count(), least, most);
    }

    /**
     * How an answer that looks at {@code columns} is found, and at what cost.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows
     */
    public Explanation plan(List<Column> columns) {
        return scope.plan(columns, Explanation.Way.ALGEBRA);
    }

    /**
     * How {@link #count()} is found, or {@link #histogram} of the one of {@code columns}, and at what cost.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows
     */
    public Explanation planCounts(List<Column> columns) {
        return scope.planCounts(columns);
    }

    /**
     * How rows of {@code columns} are found, and at what cost.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows
     */
    public Explanation planRows(List<Column> columns) {
        return scope.plan(columns, Explanation.Way.GUIDED);
    }

    private List<BigInteger> ids(Optional<Selection> matches, SortedSet<BigInteger> ranks) {
        return matches.map(found -> ranks.stream().map(found::id).toList())
                .orElseGet(() -> scope.swept().ids(ranks));
    }

    private List<Row> rows(List<Column> columns, List<BigInteger> ids) {
        RowReader reader = new RowReader(scope.space(), columns, scope.sweep().cancellation());
        return ids.stream().map(reader::row).toList();
    }
}
