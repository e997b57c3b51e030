package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.space.ChoicePoints;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Objective;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Exact counts over a whole space, by algebra where the distinct states are few and otherwise by a sweep. Both give the
 * same answer.
 *
 * <p>Every answer throws a {@link dev.rfsweep.model.RefusedException} when a metric overflows, or neither way is feasible.
 *
 * <p>Whatever is asked can be stopped: by the {@link Monitor} that {@linkplain #watchedBy watches}, or by interrupting the
 * thread that asks. Then it throws {@link java.util.concurrent.CancellationException}, but for {@link #stream}, whose outcome
 * tells where to go on once rows are on their way.
 */
public final class Answers {

    private final Scope scope;

    private Answers(Scope scope) {
        this.scope = scope;
    }

    /** The variants of {@code space} that meet all of {@code conditions}. */
    public static Answers over(Space space, List<Condition> conditions) {
        Sweep sweep = Sweep.over(space).where(conditions);
        AlgebraLimit limit = AlgebraLimit.of(Budget.states(sweep));
        return new Answers(new Scope(space, conditions, sweep, limit, Optional.empty()));
    }

    /**
     * Only about the ids of {@code sweep}, and with it where it comes to a sweep; it must be over the same space under the
     * same conditions.
     */
    public Answers sweeping(Sweep sweep) {
        AlgebraLimit limit = scope.limit().isTried() ? AlgebraLimit.of(Budget.states(sweep)) : scope.limit();
        return new Answers(new Scope(scope.space(), scope.conditions(), sweep, limit, Optional.empty()));
    }

    /**
     * The same question compiled now, for several answers and explanations about {@code columns}: none of them compiles it again.
     * What nothing need be compiled for is left as it is.
     *
     * @param shown what rows of single matches will hold
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Answers about(List<Column> columns, List<Column> shown) {
        return columns.isEmpty() && shown.isEmpty() && isEverything() ? this : new Answers(scope.about(columns, shown));
    }

    /** Whether every id matches, which is certain before anything is compiled. */
    private boolean isEverything() {
        return scope.limit().isTried() && scope.conditions().isEmpty() && scope.isAllValid();
    }

    /** Watched by {@code monitor}, which may stop it. */
    public Answers watchedBy(Monitor monitor) {
        return new Answers(scope.with(scope.sweep().monitor(monitor)));
    }

    /** Always by the sweep, because every variant is to be evaluated. */
    public Answers withoutAlgebra() {
        return withLimit(AlgebraLimit.NO_ALGEBRA);
    }

    /** With another limit to algebra than what is worth it. */
    Answers withLimit(AlgebraLimit limit) {
        return new Answers(scope.with(limit));
    }

    /**
     * The number of matches.
     */
    public BigInteger count() {
        return isEverything() ? scope.ids() : planner(List.of()).count().get();
    }

    /** How many variants of the space are invalid, whatever the ids and the conditions. */
    public BigInteger invalid() {
        return scope.isAllValid() ? BigInteger.ZERO : scope.question(List.of()).invalid();
    }

    /** How many variants are valid of those that are asked for, whatever the conditions. */
    public BigInteger valid() {
        return scope.isAllValid() ? scope.ids() : scope.question(List.of()).valid();
    }

    /**
     * The number of matches for each value of {@code column} that any of them has, ascending.
     */
    public SortedMap<Figure, BigInteger> histogram(Column column) {
        return planner(List.of(column)).histogram(column).get();
    }

    /**
     * Different matches, all sets of so many being equally likely, in ascending order of id; every match when there are
     * no more. One {@code seed} gives one answer, on every machine and whichever way it is found.
     *
     * @param columns what rows hold
     */
    public ChosenRows<Row> sample(List<Column> columns, int most, long seed) {
        Budget.requireFits(most, scope.sweep());
        Planner planner = planner(List.of(), columns);
        return read(columns, planner, planner.sample(most, seed));
    }

    /**
     * A page of the matches in ascending order of id: at most {@code limit} of them after the first {@code offset},
     * which cost nothing where algebra is feasible.
     *
     * @param columns what rows hold
     */
    public ChosenRows<Row> page(List<Column> columns, BigInteger offset, int limit) {
        Budget.requireFits(limit, scope.sweep());
        Cancellation cancellation = scope.sweep().cancellation();
        Planner planner = planner(List.of(), columns);
        return read(columns, planner, planner.picked(count -> ranks(count, offset, limit, cancellation)));
    }

    private static SortedSet<BigInteger> ranks(
            BigInteger count, BigInteger offset, int limit, Cancellation cancellation) {
        SortedSet<BigInteger> ranks = new TreeSet<>();
        for (BigInteger rank = offset;
                ranks.size() < limit && rank.compareTo(count) < 0;
                rank = rank.add(BigInteger.ONE)) {
            cancellation.check();
            ranks.add(rank);
        }
        return ranks;
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
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     * @throws IOException as {@code out} does
     */
    public <C> Outcome stream(
            List<Column> columns, RowEncoder<C> encoder, BigInteger offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        Rows rows;
        try {
            rows = rows(columns);
        } catch (CancellationException beforeTheFirstRow) {
            return new Outcome(0, false, scope.sweep().ids().from());
        }
        return rows.stream(encoder, offset, limit, out);
    }

    /**
     * The matches in ascending order of id, with {@code columns}: the way to them is settled, and nothing of it has run.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Rows rows(List<Column> columns) {
        return planner(columns).rows();
    }

    /**
     * The matches in ascending order of id, with {@code columns}, for readers who ask for them: what {@link #stream} hands out.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public RowSource source(List<Column> columns) {
        return rows(columns).source();
    }

    /**
     * Folds all matches into a sink, in ascending order of id, looking only at matches where algebra is feasible.
     *
     * @param columns what batches hold of each match: {@link dev.rfsweep.internal.engine.evaluate.Batch} numbers them as listed here
     */
    public <S, R> R into(List<Column> columns, Sink<S, R> sink) {
        return rows(columns).into(sink);
    }

    /**
     * The matches with the least values of {@code by}, or the greatest if {@code descending}, best first and ties in
     * ascending order of id.
     *
     * @param columns what rows hold
     */
    public ChosenRows<Row> top(List<Column> columns, Column by, boolean descending, int most) {
        return best(columns, descending ? new Objective.Greatest(by) : new Objective.Least(by), most);
    }

    /**
     * The matches whose values of {@code by} are nearest to {@code target}, nearest first and ties in ascending order of
     * id.
     *
     * @param columns what rows hold
     */
    public ChosenRows<Row> nearest(List<Column> columns, Column by, BigDecimal target, int most) {
        return best(columns, new Objective.Nearest(by, target), most);
    }

    /** The same for a whole target. */
    public ChosenRows<Row> nearest(List<Column> columns, Column by, long target, int most) {
        return nearest(columns, by, BigDecimal.valueOf(target), most);
    }

    /**
     * For every value of every choice point of the space, in the order of {@link ChoicePoints}: how many matches take it.
     */
    public List<ChoiceCount> choices() {
        return planner(List.of()).choices().get();
    }

    /**
     * The exact Pareto front: the points that no match beats in one objective without being worse in another, ordered by
     * the first objective, then the second, and so on; best first.
     *
     * @param columns what rows hold
     * @param objectives at least one
     */
    public ChosenRows<FrontRow> pareto(List<Column> columns, List<Objective> objectives) {
        Planner planner = planner(by(objectives), columns);
        List<Label> front = planner.front(objectives).get();
        return ChosenRows.of(
                planner.question().reader(columns),
                front.stream().map(Label::id).toList(),
                front.stream().map(Label::count).toList());
    }

    /**
     * The number of matches and the least and the greatest value of each of {@code columns} among them.
     */
    public Bounds bounds(List<Column> columns) {
        return planBounds(columns).get();
    }

    /**
     * How {@link #bounds} are found, together with them.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Planned<Bounds> planBounds(List<Column> columns) {
        return planner(List.of()).bounds(columns);
    }

    /**
     * How an answer that looks at {@code columns} is found, and at what cost.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation plan(List<Column> columns) {
        return planner(columns).explanation();
    }

    /**
     * How {@link #count()} is found, or {@link #histogram} of the one of {@code columns}, and at what cost.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planCounts(List<Column> columns) {
        Planner planner = planner(columns);
        return columns.isEmpty()
                ? planner.count().explain()
                : planner.histogram(columns.get(0)).explain();
    }

    /**
     * How rows of {@code columns} are found, and at what cost.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planRows(List<Column> columns) {
        return rows(columns).explanation();
    }

    /**
     * How the {@code most} best by {@code objective} are found.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planBest(Objective objective, int most) {
        return planner(List.of(objective.column())).best(objective, most).explain();
    }

    /**
     * How {@link #pareto} finds the front.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planFront(List<Objective> objectives) {
        return planner(by(objectives)).front(objectives).explain();
    }

    private static List<Column> by(List<Objective> objectives) {
        return objectives.stream().map(Objective::column).toList();
    }

    private ChosenRows<Row> best(List<Column> columns, Objective objective, int most) {
        Budget.requireFits(most, scope.sweep());
        Planner planner = planner(List.of(objective.column()), columns);
        return read(columns, planner, planner.best(objective, most));
    }

    private static ChosenRows<Row> read(List<Column> columns, Planner planner, Planned<List<BigInteger>> ids) {
        return ChosenRows.of(planner.question().reader(columns), ids.get());
    }

    private Planner planner(List<Column> columns) {
        return planner(columns, List.of());
    }

    private Planner planner(List<Column> columns, List<Column> shown) {
        return new Planner(scope, scope.question(columns, shown));
    }
}
