package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import java.util.List;
import java.util.Optional;

/** Does what takes time before an answer by algebra. A test counts how often. */
class Compiler {

    /** A trellis, and what is asked of it. */
    Question question(Space space, List<Condition> conditions, List<Column> columns, Cancellation cancellation) {
        return Question.of(space, conditions, columns, cancellation);
    }

    /** The matches of {@code question}; empty when that needs more than {@code mostStates} states. */
    Optional<Selection> matches(Question question, long mostStates) {
        return MatchBuilder.matches(question, mostStates);
    }
}
