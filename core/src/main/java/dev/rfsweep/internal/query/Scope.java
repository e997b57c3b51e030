package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a query is about, and how much may be done for it.
 *
 * @param sweep the same question by brute force, without columns; its ids are those that are asked for
 * @param limit how far algebra may go
 * @param compiled the question as far as it is compiled: whatever its trellis can answer is asked of that
 */
record Scope(Space space, List<Condition> conditions, Sweep sweep, AlgebraLimit limit, Optional<Question> compiled) {

    Scope {
        conditions = List.copyOf(conditions);
    }

    /** The same with another sweep, which has the same ids. */
    Scope with(Sweep other) {
        return new Scope(space, conditions, other, limit, compiled);
    }

    /** The same with another limit. */
    Scope with(AlgebraLimit other) {
        return new Scope(space, conditions, sweep, other, compiled);
    }

    /** The same, compiled for {@code columns}, and for rows that show {@code shown}. */
    Scope about(List<Column> columns, List<Column> shown) {
        return new Scope(space, conditions, sweep, limit, Optional.of(question(columns, shown)));
    }

    /** The question about {@code columns}, compiled unless it is already. */
    Question question(List<Column> columns) {
        return question(columns, List.of());
    }

    /** The same where rows of single matches are read with {@code shown}. */
    Question question(List<Column> columns, List<Column> shown) {
        Cancellation now = sweep.cancellation();
        return compiled.flatMap(known -> known.about(columns, now))
                .orElseGet(() -> Question.of(space, conditions, columns, shown, sweep.ids(), now));
    }

    /** Whether every variant of the space is valid, because the size of its input is unknown: then no layer runs out of it. */
    boolean isAllValid() {
        return space.input().size().isEmpty();
    }

    /** The answers about {@code columns} by brute force. */
    Swept swept(Question question) {
        return new Swept(sweep.on(question), limit);
    }

    /** How many ids are asked for. */
    BigInteger ids() {
        return sweep.ids().length();
    }
}
