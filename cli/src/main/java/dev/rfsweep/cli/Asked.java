package dev.rfsweep.cli;

import dev.rfsweep.internal.notation.Spec;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.IdRange;
import java.io.IOException;
import java.util.Optional;

/**
 * What the user asked, read and checked.
 *
 * @param spec the space
 * @param range the ids
 * @param answers the question, answered without looking at every variant where that is feasible
 * @param progress what the user sees meanwhile
 * @param options where it came from
 * @param console where notices go
 */
record Asked(Spec spec, IdRange range, Answers answers, Progress progress, QueryOptions options, Console console)
        implements AutoCloseable {

    Space space() {
        return spec.space();
    }

    Schema schema() {
        return spec.space().schema();
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
