package dev.rfsweep.cli;

import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.cli.options.ColumnOptions;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.output.RowOutput;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.ChosenRows;
import dev.rfsweep.internal.report.text.RowLayout;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a random sample of the matches. */
@Command(
        name = "sample",
        description = "K different variants that match, drawn uniformly, in ascending order of id.",
        footer = {
            "",
            "Examples:",
            "  rfsweep sample space.yaml -n 100 --seed 1",
            "  rfsweep sample space.yaml -n 100 --seed 1 --where rf=224..448"
        })
final class SampleCommand extends RowCommand {

    private static final int MOST = 10_000_000;

    @Mixin
    private final ColumnOptions columns = new ColumnOptions();

    @Option(names = "-n", paramLabel = "K", description = "How many (default: ${DEFAULT-VALUE}).")
    private int rows = 10;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "One seed gives one sample, on every machine (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        if (rows < 1 || rows > MOST) {
            throw new RfsweepException("-n: found '" + rows + "', expected 1.." + MOST);
        }
        try (Asked query = options.open(console)) {
            RowLayout layout = columns.layout(query);
            Answers answers = query.about(List.of(), layout.columns());
            if (query.explains()) {
                return query.explain(answers.plan(List.of()), output.json());
            }
            try (RowOutput out = output.open(query, layout.fields())) {
                ChosenRows<Row> sample = answers.sample(layout.columns(), rows, seed);
                out.read(sample.read(out.rows().text()));
                out.finish();
                return output.code(sample.isEmpty());
            }
        }
    }
}
