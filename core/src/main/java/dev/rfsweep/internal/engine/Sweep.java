package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * A question about the variants of a space. Describe it with {@link #where}, {@link #columns} and {@link #ids}, which
 * return a new question each; nothing runs before {@link #count}, {@link #into} or {@link #stream}. Whatever the number
 * of threads, the answer is the same.
 *
 * <pre>{@code
 * BigInteger fits = Sweep.over(space).where(conditions).count();
 * List<Row> best = Sweep.over(space).columns(columns).into(TopK.least(0, 20));
 * }</pre>
 */
public final class Sweep {

    /** What one thread evaluates in a second, for estimates; measured by the sweep benchmark, rounded down. */
    private static final long VARIANTS_PER_SECOND = 1_000_000_000L;

    private static final long SECONDS_A_DAY = 24 * 3600;

    private final Space space;
    private final List<Condition> conditions;
    private final List<Column> columns;
    private final IdRange ids;
    private final Settings settings;

    /** The question, where it is compiled already; otherwise null, and an answer compiles it. */
    private final Question question;

    /** Null until an answer needs it. Threads that share this question may compile it twice; they make the same. */
    private volatile Compiled compiled;

    /**
     * How a question is swept, which changes nothing about the answer.
     *
     * @param tableRows rows of a suffix table, about
     */
    private record Settings(int threads, boolean exhaustive, Monitor monitor, int tableRows) {}

    private Sweep(
            Space space,
            List<Condition> conditions,
            List<Column> columns,
            IdRange ids,
            Settings settings,
            Question question) {
        this.space = space;
        this.conditions = List.copyOf(conditions);
        this.columns = List.copyOf(columns);
        this.ids = ids;
        this.settings = settings;
        this.question = question;
    }

    private Sweep with(Settings other) {
        return new Sweep(space, conditions, columns, ids, other, question);
    }

    /** Every variant of {@code space}, without columns, on all processors. */
    public static Sweep over(Space space) {
        int processors = Runtime.getRuntime().availableProcessors();
        Settings settings = new Settings(processors, false, Monitor.NONE, Compiled.TABLE_ROWS);
        return new Sweep(space, List.of(), List.of(), IdRange.first(space.variants()), settings, null);
    }

    /** Only variants that meet all of {@code conditions}. Invalid variants never match, with or without conditions. */
    public Sweep where(List<Condition> conditions) {
        return new Sweep(space, conditions, columns, ids, settings, null);
    }

    /** What batches hold of each match: {@link dev.rfsweep.internal.engine.evaluate.Batch} numbers columns as listed here. */
    public Sweep columns(List<Column> columns) {
        return new Sweep(space, conditions, columns, ids, settings, null);
    }

    /**
     * Only the ids {@code from} to {@code to}, exclusive.
     *
     * @throws IllegalArgumentException when these are not ids of the space in ascending order
     */
    public Sweep ids(BigInteger from, BigInteger to) {
        return ids(new IdRange(from, to));
    }

    /**
     * Only {@code ids}.
     *
     * @throws IllegalArgumentException when these are not ids of the space
     */
    public Sweep ids(IdRange ids) {
        if (!ids.isWithin(IdRange.first(space.variants()))) {
            throw new IllegalArgumentException(
                    "ids " + ids.from() + ".." + ids.to() + " are not within 0.." + space.variants());
        }
        return new Sweep(space, conditions, columns, ids, settings, null);
    }

    /** The ids to look at. */
    public IdRange ids() {
        return ids;
    }

    /** How many threads share the work. */
    public int threads() {
        return settings.threads;
    }

    /** With the work shared by {@code threads} threads. */
    public Sweep threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, were " + threads);
        }
        return with(new Settings(threads, settings.exhaustive, settings.monitor, settings.tableRows));
    }

    /**
     * The same question as {@code compiled}, which has its space and its conditions, its columns and its ids: an answer does
     * not compile it again.
     */
    public Sweep on(Question compiled) {
        return new Sweep(space, conditions, columns, ids, settings, compiled);
    }

    /** Whether to evaluate every valid variant, without stepping over what the filters cannot match. */
    public Sweep exhaustive(boolean exhaustive) {
        return with(new Settings(settings.threads, exhaustive, settings.monitor, settings.tableRows));
    }

    /** With {@code monitor}, which is told of progress and may stop the sweep. */
    public Sweep monitor(Monitor monitor) {
        return with(new Settings(
                settings.threads, settings.exhaustive, Objects.requireNonNull(monitor), settings.tableRows));
    }

    /**
     * What it takes to evaluate every variant. Nothing is evaluated yet.
     *
     * @throws RefusedException when a metric overflows
     */
    public Plan plan() {
        return Plan.of(compiled(), ids.length(), settings.threads, VARIANTS_PER_SECOND);
    }

    /** What may stop a question that this thread asks now. */
    public Cancellation cancellation() {
        return Cancellation.of(settings.monitor);
    }

    /** With suffix tables of about so many rows at most, so that tests meet many blocks in a small space. */
    Sweep tableRows(int tableRows) {
        return with(new Settings(settings.threads, settings.exhaustive, settings.monitor, tableRows));
    }

    /**
     * The number of matches. Without conditions this is algebra, whatever the size of the space.
     *
     * @throws RefusedException when a metric overflows or the count would take absurdly long
     * @throws java.util.concurrent.CancellationException when the monitor or an interrupt of this thread stopped it
     */
    public BigInteger count() {
        if (conditions.isEmpty() && !settings.exhaustive) {
            if (space.input().size().isEmpty()) {
                return ids.length(); // every variant is valid
            }
            Trellis trellis =
                    (question != null ? this : columns(List.of())).question().whole();
            return trellis.validBefore(ids.to()).subtract(trellis.validBefore(ids.from()));
        }
        requireFeasible();
        return walk().count(ids);
    }

    /**
     * Folds all matches into a sink.
     *
     * @throws RefusedException when a metric overflows or the sweep would take absurdly long
     * @throws java.util.concurrent.CancellationException when the monitor or an interrupt of this thread stopped it
     */
    public <S, R> R into(Sink<S, R> sink) {
        requireFeasible();
        return walk().into(sink, ids);
    }

    /**
     * Streams matches in ascending order of id, in bounded memory. When it is stopped, the outcome tells where to go on.
     *
     * @param encoder turns rows into chunks, on many threads
     * @param offset matches to leave out at the beginning
     * @param limit most matches to hand out
     * @param out takes the chunks, in order
     * @throws RefusedException when a metric overflows
     * @throws IOException as {@code out} does
     */
    public <C> Outcome stream(RowEncoder<C> encoder, long offset, long limit, ChunkConsumer<C> out) throws IOException {
        Walk walk;
        try {
            walk = walk();
        } catch (CancellationException beforeTheFirstRow) {
            return new Outcome(0, false, ids.from());
        }
        return walk.stream(encoder, ids, offset, limit, out);
    }

    /** The paths of {@code question} that are known to match, as fast as this sweep goes and under its monitor. */
    public Walk along(Question question, Selection matches) {
        return new Walk(
                Compiled.only(question, matches, settings.tableRows), false, settings.monitor, settings.threads);
    }

    /**
     * All paths, to be held against the conditions.
     *
     * @throws RefusedException when a metric overflows
     */
    public Walk walk() {
        return new Walk(compiled(), settings.exhaustive, settings.monitor, settings.threads);
    }

    /** Compiles the question unless that is done; the answers compile it when they need it. */
    Compiled compiled() {
        Compiled known = compiled;
        if (known == null) {
            known = Compiled.all(question(), settings.tableRows);
            compiled = known;
        }
        return known;
    }

    private Question question() {
        return question != null
                ? question
                : Question.of(space, conditions, columns, IdRange.first(space.variants()), cancellation());
    }

    private void requireFeasible() {
        BigInteger days =
                ids.length().divide(BigInteger.valueOf(VARIANTS_PER_SECOND * settings.threads * SECONDS_A_DAY));
        if (days.signum() > 0) {
            throw new RefusedException(
                    "evaluating " + NumberText.of(ids.length()) + " variants one by one would take about " + span(days)
                            + " on " + settings.threads + (settings.threads == 1 ? " thread" : " threads")
                            + "; choose a smaller range of ids, or a smaller space");
        }
    }

    /** A number of days in words, to two digits. */
    private static String span(BigInteger days) {
        BigDecimal years = new BigDecimal(days).divide(BigDecimal.valueOf(365), new MathContext(2));
        boolean few = years.compareTo(BigDecimal.valueOf(2)) < 0;
        return few ? days + (days.equals(BigInteger.ONE) ? " day" : " days") : years.toPlainString() + " years";
    }
}
