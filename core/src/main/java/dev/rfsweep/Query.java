package dev.rfsweep;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.Objectives;
import dev.rfsweep.internal.notation.TargetValue;
import dev.rfsweep.internal.notation.arch.DecisionText;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.report.text.PlanText;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A question about the variants of a space. {@link #where}, {@link #columns} and the other methods that say more return a
 * new question each. An answer is found by algebra where that is feasible, whatever the size of the space, and otherwise by
 * looking at every variant; it is the same either way, and refused where neither is feasible.
 *
 * <p>Immutable and safe to share between threads. Threads that an answer takes are gone when it is there, and a
 * {@linkplain #stream stream} has none between its rows, so nothing must be closed.
 *
 * <p>All answers throw a {@link RfsweepException} for what a user can get wrong and for what is refused.
 */
public final class Query {

    /** More than machines have, and few enough for the memory that each of them takes. */
    private static final int MOST_THREADS = 1024;

    private static final String ID = "id";

    private final SearchSpace space;
    private final List<Condition> conditions;
    private final List<Column> columns;
    private final Sweep sweep;
    private final boolean exhaustive;

    private Query(
            SearchSpace space, List<Condition> conditions, List<Column> columns, Sweep sweep, boolean exhaustive) {
        this.space = space;
        this.conditions = List.copyOf(conditions);
        this.columns = List.copyOf(columns);
        this.sweep = sweep;
        this.exhaustive = exhaustive;
    }

    static Query over(SearchSpace space, List<Condition> conditions) {
        Sweep sweep = Sweep.over(space.space()).where(conditions);
        return new Query(space, conditions, space.space().schema().columns(), sweep, false);
    }

    /** Only variants that meet all of {@code more}, too; {@link SearchSpace#where} says what they look like. */
    public Query where(String... more) {
        List<Condition> all = new ArrayList<>(conditions);
        for (String condition : more) {
            all.addAll(Conditions.parse("condition", condition, schema(), false));
        }
        return new Query(space, all, columns, sweep.where(all), exhaustive);
    }

    /**
     * Which values the variants come with, such as {@code rf}, {@code macs}; all that the space has unless something is said.
     * The id is always there.
     */
    public Query columns(String... names) {
        return new Query(space, conditions, resolved(names), sweep, exhaustive);
    }

    /** Only the ids {@code from} to {@code to}, exclusive. */
    public Query ids(BigInteger from, BigInteger to) {
        if (from.signum() < 0 || from.compareTo(to) > 0 || to.compareTo(space.variants()) > 0) {
            throw new RfsweepException("ids: found " + from + " to " + to + ", expected 0 <= from <= to <= "
                    + space.variants() + ", the number of variants");
        }
        return new Query(space, conditions, columns, sweep.ids(from, to), exhaustive);
    }

    /** The same for smaller ids. */
    public Query ids(long from, long to) {
        return ids(BigInteger.valueOf(from), BigInteger.valueOf(to));
    }

    /** On at most so many threads, where variants are looked at one by one; all processors unless something is said. */
    public Query threads(int threads) {
        requireWithin("threads", threads, 1, MOST_THREADS);
        return new Query(space, conditions, columns, sweep.threads(threads), exhaustive);
    }

    /** Whether to look at every variant, whatever could be skipped. The answer is the same. */
    public Query exhaustive(boolean every) {
        return new Query(space, conditions, columns, sweep.exhaustive(every), every);
    }

    /**
     * Given up with a {@link java.util.concurrent.CancellationException} soon after {@code cancelled} is true, whichever way
     * the answer is found, or after the thread that asks was interrupted. It is asked from many threads.
     */
    public Query withCancellation(BooleanSupplier cancelled) {
        Objects.requireNonNull(cancelled);
        Monitor monitor = new Monitor() {
            @Override
            public boolean stopped() {
                return cancelled.getAsBoolean();
            }
        };
        return new Query(space, conditions, columns, sweep.monitor(monitor), exhaustive);
    }

    /** How many variants match. */
    public BigInteger count() {
        return answers().count();
    }

    /** How many matches have each value of {@code column} that any of them has, ascending. */
    public SortedMap<Figure, BigInteger> histogram(String column) {
        return answers().histogram(column(column));
    }

    /** How many variants match, and between which values of {@link #columns} they lie. */
    public Bounds bounds() {
        return answers().bounds(columns);
    }

    /** The {@code most} matches of least {@code column}, least first and ties by id. */
    public List<Architecture> least(String column, int most) {
        return extreme(column, false, most);
    }

    /** The {@code most} matches of greatest {@code column}, greatest first and ties by id. */
    public List<Architecture> greatest(String column, int most) {
        return extreme(column, true, most);
    }

    private List<Architecture> extreme(String column, boolean descending, int most) {
        requireWithin("number of variants", most, 0, Integer.MAX_VALUE);
        return architectures(answers().top(columns, column(column), descending, most));
    }

    /** The {@code most} matches whose {@code column} is nearest to {@code target}, nearest first and ties by id. */
    public List<Architecture> nearest(String column, long target, int most) {
        return nearest(column, BigDecimal.valueOf(target), most);
    }

    /** The same for a decimal, of which only values of {@code erf} have any. */
    public List<Architecture> nearest(String column, BigDecimal target, int most) {
        requireWithin("number of variants", most, 0, Integer.MAX_VALUE);
        Column by = column(column);
        BigDecimal number = TargetValue.checked("target", target, by.metric());
        return architectures(answers().nearest(columns, by, number, most));
    }

    /**
     * Different matches, all sets of {@code most} being equally likely, in ascending order of id; all when there are no more.
     * One {@code seed} gives one answer on every machine.
     */
    public List<Architecture> sample(int most, long seed) {
        requireWithin("number of variants", most, 0, Integer.MAX_VALUE);
        return architectures(answers().sample(columns, most, seed));
    }

    /**
     * The exact Pareto front, best first by the first objective, then by the second, and so on.
     *
     * @param objectives at least one: {@code macs:min}, {@code rf:max} or {@code rf~224}, the nearest to 224
     */
    public List<FrontPoint> pareto(String... objectives) {
        return answers()
                .pareto(columns, Objectives.parse("objectives", String.join(",", objectives), schema()))
                .stream()
                .map(point -> new FrontPoint(Architecture.of(space, columns, point.row()), point.count()))
                .toList();
    }

    /** For every value of every choice of the space: how many matches take it. */
    public List<ChosenValue> choices() {
        DecisionText words = new DecisionText(space.space());
        return answers().choices().stream()
                .map(choice -> new ChosenValue(
                        choice.decision().stage(),
                        choice.decision().key(),
                        words.value(choice.decision()),
                        choice.count()))
                .toList();
    }

    /** How {@link #count} would be found, and at what cost, in a few lines for people. */
    public String explanation() {
        return new PlanText(answers().planCounts(List.of()), Optional.empty()).text(Screen.PAPER);
    }

    /**
     * The matches in ascending order of id, with the values of {@code names}, or of {@link #columns} if none is named. They are
     * looked for a few thousand at a time, when the stream is asked for more and on the thread that asks: the first of a huge
     * space come at once. A stream that is not read to its end holds no thread and no file; it need not be closed.
     */
    public Stream<Architecture> stream(String... names) {
        List<Column> read = names.length == 0 ? columns : resolved(names);
        Answers answers = answers();
        return StreamSupport.stream(
                new BatchSpliterator<>(
                        () -> answers.source(read).read(Optional.empty()), row -> Architecture.of(space, read, row)),
                false);
    }

    private Answers answers() {
        Answers answers = Answers.over(space.space(), conditions).sweeping(sweep);
        return exhaustive ? answers.withoutAlgebra() : answers;
    }

    private List<Architecture> architectures(List<Row> rows) {
        return rows.stream().map(row -> Architecture.of(space, columns, row)).toList();
    }

    private Schema schema() {
        return space.space().schema();
    }

    private Column column(String name) {
        return Conditions.column("column", name, schema());
    }

    /** The columns of {@code names}; the id is none, and may be named. */
    private List<Column> resolved(String... names) {
        String metrics = Arrays.stream(names)
                .flatMap(name -> Arrays.stream(name.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.equals(ID))
                .collect(Collectors.joining(","));
        return metrics.isEmpty() ? List.of() : Conditions.columns("column", 1, metrics, schema(), List.of(ID));
    }

    private static void requireWithin(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw new RfsweepException(what + ": found " + number + ", expected " + least + ".." + most);
        }
    }
}
