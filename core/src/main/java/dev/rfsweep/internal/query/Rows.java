package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.query.wide.WideMatches;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.IdRange;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The matches in ascending order of id, on the way that is planned for them. Guided, the engine walks the paths of a selection
 * of matches, cut by ranks: it may start at any rank, and costs what the matches cost, however many variants lie between them.
 * Otherwise it looks at variants, by id.
 */
public final class Rows {

    /** Matches that are looked for at a time: few at first, so that the first rows come at once. */
    private static final int FIRST_CHUNK = 64;

    private static final int LARGEST_CHUNK = 1 << 16;

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Scope scope;
    private final Question question;

    /** The matches, where every step is to lead to one. */
    private final Optional<Selection> guide;

    /** The matches where only some steps lead to none. */
    private final Optional<WideMatches> wide;

    private final boolean allMatch;
    private final Supplier<Explanation> explanation;

    Rows(
            Scope scope,
            Question question,
            Optional<Selection> guide,
            boolean allMatch,
            Supplier<Explanation> explanation) {
        this(scope, question, guide, Optional.empty(), allMatch, explanation);
    }

    Rows(Scope scope, Question question, WideMatches wide, Supplier<Explanation> explanation) {
        this(scope, question, Optional.empty(), Optional.of(wide), false, explanation);
    }

    private Rows(
            Scope scope,
            Question question,
            Optional<Selection> guide,
            Optional<WideMatches> wide,
            boolean allMatch,
            Supplier<Explanation> explanation) {
        this.scope = scope;
        this.question = question;
        this.guide = guide;
        this.wide = wide;
        this.allMatch = allMatch;
        this.explanation = explanation;
    }

    /** How they are found, and at what cost. */
    public Explanation explanation() {
        return explanation.get();
    }

    /** How many there are; empty where that shows only at the end. */
    public Optional<BigInteger> count() {
        return allMatch ? Optional.of(scope.ids()) : guide.map(Selection::count);
    }

    /** How many threads share the work. */
    public int threads() {
        return scope.sweep().threads();
    }

    /**
     * Streams at most {@code limit} of them from number {@code offset} on, in bounded memory.
     *
     * @param encoder turns rows into chunks, on many threads
     * @param out takes the chunks, in order
     * @throws IOException as {@code out} does
     */
    public <C> Outcome stream(RowEncoder<C> encoder, BigInteger offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        IdRange ids = scope.sweep().ids();
        if (guide.isPresent()) {
            return guided(guide.get(), encoder, offset, limit, out);
        }
        if (wide.isPresent()) {
            return wide(wide.get(), encoder, offset, limit, out);
        }
        if (allMatch) { // then ranks are ids
            return sweep().walk().stream(encoder, ids.skip(offset), 0, limit, out);
        }
        // An offset beyond all ids that a sweep could ever pass leaves out everything.
        return sweep().walk().stream(encoder, ids, offset.min(LONGEST).longValue(), limit, out);
    }

    private <C> Outcome guided(
            Selection matches, RowEncoder<C> encoder, BigInteger offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        BigInteger end = scope.sweep().ids().to();
        IdRange ranks = IdRange.first(matches.count()).skip(offset).limit(limit);
        if (ranks.isEmpty()) {
            return new Outcome(0, true, end);
        }
        Outcome outcome = scope.sweep().along(question, matches).stream(encoder, ranks, 0, limit, out);
        boolean last = outcome.next().equals(matches.count());
        return new Outcome(outcome.rows(), outcome.complete(), last ? end : matches.id(outcome.next()));
    }

    /** Some thousand matches at a time: they are found by one thread, and evaluated by all. */
    private <C> Outcome wide(
            WideMatches matches, RowEncoder<C> encoder, BigInteger offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        BigInteger end = scope.sweep().ids().to();
        BigInteger from = scope.sweep().ids().from();
        BigInteger skipped = BigInteger.ZERO;
        long rows = 0;
        int most = FIRST_CHUNK;
        try {
            while (rows < limit) {
                BigInteger missing = offset.subtract(skipped).add(BigInteger.valueOf(limit - rows));
                Optional<Selection> next =
                        matches.next(from, missing.min(BigInteger.valueOf(most)).intValue());
                if (next.isEmpty()) {
                    return new Outcome(rows, true, end);
                }
                Selection chunk = next.get();
                IdRange wanted = IdRange.first(chunk.count()).skip(offset.subtract(skipped));
                skipped = skipped.add(chunk.count()).subtract(wanted.length());
                from = chunk.id(chunk.count().subtract(BigInteger.ONE)).add(BigInteger.ONE);
                if (!wanted.isEmpty()) {
                    Outcome outcome =
                            scope.sweep().along(question, chunk).stream(encoder, wanted, 0, Long.MAX_VALUE, out);
                    rows += outcome.rows();
                    if (!outcome.complete()) {
                        boolean all = outcome.next().equals(chunk.count());
                        return new Outcome(rows, false, all ? from : chunk.id(outcome.next()));
                    }
                }
                most = Math.min(2 * most, LARGEST_CHUNK);
            }
        } catch (CancellationException stopped) {
            return new Outcome(rows, false, from);
        }
        return new Outcome(rows, true, from);
    }

    /** Folds them into {@code sink}. Refuses what would take more than a day. */
    <S, R> R into(Sink<S, R> sink) {
        if (guide.isEmpty()) {
            return scope.swept(question).into(sink);
        }
        Selection matches = guide.get();
        Budget.requireFeasible(matches.count(), scope.sweep().threads());
        return matches.graph().isEmpty()
                ? sink.finish(sink.newShard())
                : scope.sweep().along(question, matches).into(sink, IdRange.first(matches.count()));
    }

    /** For a caller who pulls them. */
    RowSource source() {
        return guide.map(matches ->
                        new RowSource(scope.sweep().along(question, matches), IdRange.first(matches.count())))
                .orElseGet(() -> new RowSource(sweep().walk(), scope.sweep().ids()));
    }

    private Sweep sweep() {
        return scope.sweep().on(question);
    }
}
