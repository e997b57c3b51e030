package dev.rfsweep.cli.options;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.cli.terminal.Progress;
import dev.rfsweep.internal.notation.Spec;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.report.text.PlanText;
import dev.rfsweep.internal.report.text.RowCost;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.metric.Column;
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
public record Asked(Spec spec, IdRange range, Answers answers, Progress progress, QueryOptions options, Console console)
        implements AutoCloseable {

    public Space space() {
        return spec.space();
    }

    public Schema schema() {
        return spec.space().schema();
    }

    /**
     * The question about {@code columns}, compiled for all that is asked of it. Tells how many variants are invalid: they have an
     * id but never match, which explains what is missing.
     */
    public Answers about(List<Column> columns) {
        return about(columns, List.of());
    }

    /** The same for rows that show {@code shown}. */
    public Answers about(List<Column> columns, List<Column> shown) {
        Answers compiled = answers.about(columns, shown);
        BigInteger invalid = compiled.invalid();
        if (invalid.signum() > 0) {
            tell("note: " + NumberText.of(invalid) + " of " + NumberText.of(space().variants())
                    + " variants are invalid and never match: the output of some layer would be smaller than 1");
        }
        return compiled;
    }

    /** To be called with every text of the user that names metrics: tells that flops are counted as macs. */
    public void noticeFlops(String written) {
        options.noticeFlops(written, console);
    }

    /** Prints a notice on standard error, unless {@code --quiet} is given. */
    public void tell(String message) {
        options.tell(message, console);
    }

    /** Whether {@code --explain} asks for the plan instead of the answer. */
    public boolean explains() {
        return options.explains();
    }

    /** Prints {@code plan}. */
    public int explain(Explanation plan, boolean json) throws IOException {
        return explain(plan, Optional.empty(), json);
    }

    /** Prints {@code plan} and what it costs to write its rows. */
    public int explain(Explanation plan, Optional<RowCost> writing, boolean json) throws IOException {
        Destination.print(new PlanText(plan, writing), json, console);
        return Exit.OK;
    }

    @Override
    public void close() {
        progress.close();
    }
}
