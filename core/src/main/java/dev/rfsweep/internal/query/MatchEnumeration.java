package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.Walk;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.IdRange;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Enumeration that descends only towards matches: the engine walks the paths of a {@link MatchBuilder selection of matches}, cut by ranks. It
 * may start at any rank, and costs what the matches cost, however many variants lie between them.
 */
final class MatchEnumeration {

    private final Selection matches;
    private final Question question;
    private final Sweep sweep;

    private MatchEnumeration(Selection matches, Question question, Sweep sweep) {
        this.matches = matches;
        this.question = question;
        this.sweep = sweep;
    }

    /** To the matches of {@code question}, as {@code sweep} is run; empty when that needs too many states. */
    static Optional<MatchEnumeration> of(Question question, Sweep sweep, long mostStates) {
        return MatchBuilder.matches(question, mostStates)
                .map(matches -> new MatchEnumeration(matches, question, sweep));
    }

    BigInteger matches() {
        return matches.count();
    }

    /** Refuses what would take more than a day. */
    <S, R> R into(Sink<S, R> sink) {
        Budget.requireFeasible(matches.count(), sweep.threads());
        return walk().into(sink, IdRange.first(matches.count()));
    }

    /** Streams at most {@code limit} matches from number {@code offset} on; {@code end} is the id behind the last. */
    <C> Outcome stream(RowEncoder<C> encoder, BigInteger offset, long limit, BigInteger end, ChunkConsumer<C> out)
            throws IOException {
        IdRange ranks = IdRange.first(matches.count()).skip(offset).limit(limit);
        if (ranks.isEmpty()) {
            return new Outcome(0, true, end);
        }
        Outcome outcome = walk().stream(encoder, ranks, 0, limit, out);
        boolean last = outcome.next().equals(matches.count());
        return new Outcome(outcome.rows(), outcome.complete(), last ? end : matches.id(outcome.next()));
    }

    RowSource rows() {
        return new RowSource(walk(), IdRange.first(matches.count()));
    }

    private Walk walk() {
        return sweep.along(question, matches);
    }
}
