package dev.rfsweep.cli;

import dev.rfsweep.engine.Outcome;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Streams rows. */
@Command(
        name = "sweep",
        description = "Evaluate the variants of a space and write those that match, in ascending order of id.",
        footer = {
            "",
            "Examples:",
            "  rfsweep sweep 'cn_k3,5,7_s1,2 4*cn_k3,5_dil1,2' --columns id,rf,stride",
            "  rfsweep sweep space.yaml --where rf=180..220 --where stride=..16 -o matches.csv",
            "  rfsweep sweep space.yaml --shard 3/100 --format jsonl"
        })
final class SweepCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final QueryOptions options = new QueryOptions();

    @Mixin
    private final ColumnOptions columns = new ColumnOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most N rows.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out the first N matches.")
    private long offset;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0 || offset < 0) {
            throw new BadInputException("--limit and --offset: expected at least 0");
        }
        try (Asked query = options.open(console)) {
            ColumnOptions.Layout layout = columns.layout(query);
            try (RowOutput out = output.open(console, layout.fields())) {
                Outcome outcome = query.sweep().columns(layout.columns()).stream(out.rows(), offset, limit, out::write);
                out.finish();
                return outcome.complete() ? output.code(outcome.rows() == 0) : stopped(outcome, query);
            }
        }
    }

    private int stopped(Outcome outcome, Asked query) {
        query.close();
        if (outcome.rows() == 0 && offset > 0) {
            console.tell("stopped before the first row; run the same command again");
            return Exit.STOPPED;
        }
        String rest = limit == Long.MAX_VALUE ? "" : " --limit " + (limit - outcome.rows());
        console.tell("stopped after " + outcome.rows() + " rows; resume with --ids " + outcome.next() + ".."
                + query.range().to() + rest);
        return Exit.STOPPED;
    }
}
