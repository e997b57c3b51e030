package dev.rfsweep.cli;

import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.cli.options.ColumnOptions;
import dev.rfsweep.cli.options.MetricNames;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.Objectives;
import dev.rfsweep.internal.output.RowOutput;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.ChosenRows;
import dev.rfsweep.internal.report.text.RowLayout;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Objective;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the few best matches. */
@Command(
        name = "top",
        description = "The K variants that match and are best by a metric; of equals, those of lower id.",
        footer = {
            "",
            "Examples:",
            "  rfsweep top space.yaml --by params -n 20 --where rf=224..",
            "  rfsweep top space.yaml --by rf:desc",
            "  rfsweep top space.yaml --by rf~224"
        })
final class TopCommand extends RowCommand {

    private static final int MOST = 10_000_000;

    @Mixin
    private final ColumnOptions columns = new ColumnOptions();

    @Option(
            names = "--by",
            paramLabel = "M",
            required = true,
            completionCandidates = MetricNames.class,
            description = "Least M (M, M:min or M:asc), greatest M (M:max or M:desc), or nearest to a number (M~224).")
    private String by;

    @Option(names = "-n", paramLabel = "K", description = "How many (default: ${DEFAULT-VALUE}).")
    private int rows = 10;

    @Override
    public Integer call() throws IOException {
        if (rows < 1 || rows > MOST) {
            throw new RfsweepException("-n: found '" + rows + "', expected 1.." + MOST);
        }
        try (Asked query = options.open(console)) {
            query.noticeFlops(by);
            Objective objective = objective(query.schema());
            RowLayout layout = columns.layout(query);
            Answers answers = query.about(List.of(objective.column()), layout.columns());
            if (query.explains()) {
                return query.explain(answers.planBest(objective, rows), output.json());
            }
            try (RowOutput out = output.open(query, layout.fields())) {
                ChosenRows<Row> best = best(answers, layout.columns(), objective);
                out.read(best.read(out.rows().text()));
                out.finish();
                return output.code(best.isEmpty());
            }
        }
    }

    private Objective objective(Schema schema) {
        if (by.contains(",")) {
            throw new RfsweepException("--by: found '" + by
                    + "', expected one metric; 'rfsweep pareto' takes several, separated by commas");
        }
        return Objectives.parse("--by", by, schema).get(0);
    }

    private ChosenRows<Row> best(Answers answers, List<Column> shown, Objective objective) {
        if (objective instanceof Objective.Nearest nearest) {
            return answers.nearest(shown, nearest.column(), nearest.target(), rows);
        }
        return answers.top(shown, objective.column(), objective instanceof Objective.Greatest, rows);
    }
}
