package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.query.best.Objective;
import dev.rfsweep.internal.space.ChoicePoints;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.Monitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

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

    Answers(Scope scope) {
        this.scope = scope;
    }

    /** The variants of {@code space} that meet all of {@code conditions}. */
    public static Answers over(Space space, List<Condition> conditions) {
        return over(space, conditions, new Compiler());
    }

    /** The same, compiled by {@code compiler}. */
    static Answers over(Space space, List<Condition> conditions, Compiler compiler) {
        Sweep sweep = Sweep.over(space).where(conditions);
        OptionalLong mostStates = OptionalLong.of(Budget.states(sweep));
        return new Answers(new Scope(space, conditions, sweep, mostStates, compiler, Optional.empty()));
    }

    /**
     * Only about the ids of {@code sweep}, and with it where it comes to a sweep; it must be over the same space under the
     * same conditions.
     */
    public Answers sweeping(Sweep sweep) {
        OptionalLong mostStates =
                scope.mostStates().isEmpty() ? OptionalLong.empty() : OptionalLong.of(Budget.states(sweep));
        return new Answers(scope.with(sweep).with(mostStates));
    }

    /** Watched by {@code monitor}, which may stop it. */
    public Answers watchedBy(Monitor monitor) {
        return new Answers(scope.with(scope.sweep().monitor(monitor)));
    }

    /** Always by the sweep, because every variant is to be evaluated. */
    public Answers withoutAlgebra() {
        return new Answers(scope.with(OptionalLong.empty()));
    }

    /**
     * The number of matches.
     */
    public BigInteger count() {
        return answers().count().value();
    }

    /**
     * The number of matches for each value of {@code column} that any of them has, ascending.
     */
    public SortedMap<Figure, BigInteger> histogram(Column column) {
        return answers().histogram(column).value();
    }

    /**
     * Different matches, all sets of so many being equally likely, in ascending order of id; every match when there are
     * no more. One {@code seed} gives one answer, on every machine and whichever way it is found.
     *
     * @param columns what rows hold
     */
    public ChosenRows<Row> sample(List<Column> columns, int most, long seed) {
        Budget.requireFits(most, scope.sweep());
        Cancellation cancellation = scope.sweep().cancellation();
        Scope shown = scope.compiledFor(columns);
        Found<List<BigInteger>> ids =
                new Solver(shown).picked(count -> UniformDraw.distinct(count, most, seed, cancellation));
        return rows(shown, columns, ids.value());
    }

    /**
     * A page of the matches in ascending order of id: at most {@code limit} of them after the first {@code offset},
     * which cost nothing where algebra is feasible.
     *
     * @param columns what rows hold
     */
    public ChosenRows<Row> page(List<Column> columns, BigInteger offset, int limit) {
        Budget.requireFits(limit, scope.sweep());
        Scope shown = scope.compiledFor(columns);
        return rows(
                shown,
                columns,
                new Solver(shown).picked(count -> ranks(count, offset, limit)).value());
    }

    private static SortedSet<BigInteger> ranks(BigInteger count, BigInteger offset, int limit) {
        SortedSet<BigInteger> ranks = new TreeSet<>();
        for (BigInteger rank = offset;
                ranks.size() < limit && rank.compareTo(count) < 0;
                rank = rank.add(BigInteger.ONE)) {
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
        return answers().stream(columns, encoder, offset, limit, out).value();
    }

    /**
     * The matches in ascending order of id, with {@code columns}, for readers who ask for them: what {@link #stream} hands out.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public RowSource rows(List<Column> columns) {
        return scope.rows(columns);
    }

    /**
     * Folds all matches into a sink, in ascending order of id, looking only at matches where algebra is feasible.
     *
     * @param columns what batches hold of each match: {@link dev.rfsweep.internal.engine.evaluate.Batch} numbers them as listed here
     */
    public <S, R> R into(List<Column> columns, Sink<S, R> sink) {
        return answers().into(columns, sink).value();
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
        return answers().choices().value();
    }

    /**
     * The exact Pareto front: the points that no match beats in one objective without being worse in another, ordered by
     * the first objective, then the second, and so on; best first.
     *
     * @param columns what rows hold
     * @param objectives at least one
     */
    public ChosenRows<FrontRow> pareto(List<Column> columns, List<Objective> objectives) {
        List<Column> by = objectives.stream().map(Objective::column).toList();
        Scope shown = scope.compiledFor(with(columns, by));
        List<Label> front = new Solver(shown).front(objectives).value();
        return ChosenRows.of(
                shown.question(List.of(), columns),
                front.stream().map(Label::id).toList(),
                front.stream().map(Label::count).toList());
    }

    /**
     * The number of matches and the least and the greatest value of each of {@code columns} among them.
     */
    public Bounds bounds(List<Column> columns) {
        return answers().bounds(columns).value();
    }

    /**
     * How an answer that looks at {@code columns} is found, and at what cost.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation plan(List<Column> columns) {
        return new Planner(scope).states(columns);
    }

    /**
     * How {@link #count()} is found, or {@link #histogram} of the one of {@code columns}, and at what cost.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planCounts(List<Column> columns) {
        return new Planner(scope).counts(columns);
    }

    /**
     * How rows of {@code columns} are found, and at what cost.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planRows(List<Column> columns) {
        return new Planner(scope).rows(columns);
    }

    /**
     * How the {@code most} best by {@code objective} are found.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planBest(Objective objective, int most) {
        return new Planner(scope).best(objective, most);
    }

    /**
     * How {@link #pareto} finds the front.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planFront(List<Objective> objectives) {
        return new Planner(scope).front(objectives);
    }

    /**
     * How {@link #bounds} are found.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public Explanation planBounds(List<Column> columns) {
        return new Planner(scope).bounds(columns);
    }

    /** The answers, which tell how they were found. */
    Solver answers() {
        return new Solver(scope);
    }

    private ChosenRows<Row> best(List<Column> columns, Objective objective, int most) {
        Budget.requireFits(most, scope.sweep());
        Scope shown = scope.compiledFor(with(columns, List.of(objective.column())));
        return rows(shown, columns, new Solver(shown).best(objective, most).value());
    }

    private static List<Column> with(List<Column> columns, List<Column> more) {
        return Stream.concat(columns.stream(), more.stream()).distinct().toList();
    }

    private static ChosenRows<Row> rows(Scope shown, List<Column> columns, List<BigInteger> ids) {
        return ChosenRows.of(shown.question(List.of(), columns), ids);
    }
}
