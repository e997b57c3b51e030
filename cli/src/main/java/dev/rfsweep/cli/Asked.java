package dev.rfsweep.cli;

import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.NumberText;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked, read and checked.
 *
 * @param range the ids
 * @param answers the question, answered without looking at every variant where that is feasible; not compiled yet
 * @param progress what the user sees meanwhile
 * @param options where it came from
 * @param console where notices go
 */
record Asked(Space space, IdRange range, Answers answers, Progress progress, QueryOptions options, Console console)
        implements AutoCloseable {

    Schema schema() {
        return space.schema();
    }

    /**
     * The question about {@code columns}, compiled for all that is asked of it. Tells how many variants are invalid: they have an
     * id but never match, which explains what is missing.
     */
    Answers about(List<Column> columns) {
        return about(columns, List.of());
    }

    /** The same for rows that show {@code shown}. */
    Answers about(List<Column> columns, List<Column> shown) {
        Answers compiled = answers.about(columns, shown);
        BigInteger invalid = compiled.invalid();
        if (invalid.signum() > 0) {
            tell("note: " + NumberText.of(invalid) + " of " + NumberText.of(space.variants())
                    + " variants are invalid and never match: the output of some layer would be smaller than 1");
        }
        return compiled;
    }

    /** To be called with text the user wrote where a metric stands. */
    void noticeFlops(String written) {
        options.noticeFlops(written, console);
    }

    /** Tells the user what is no data, unless quiet is wanted. */
    void tell(String message) {
        options.tell(message, console);
    }

    /** Whether to tell the plan instead of running it. */
    boolean explains() {
        return options.explains();
    }

    /** Prints {@code plan}. */
    int explain(Explanation plan, boolean json) throws IOException {
        return explain(plan, Optional.empty(), json);
    }

    /** Prints {@code plan} and what it costs to write its rows. */
    int explain(Explanation plan, Optional<RowCost> writing, boolean json) throws IOException {
        try (Destination out = Destination.standardOutput(console)) {
            out.write(json ? PlanText.json(plan, writing) : PlanText.of(plan, writing, console.screen()));
        }
        return Exit.OK;
    }

    @Override
    public void close() {
        progress.close();
    }
}
