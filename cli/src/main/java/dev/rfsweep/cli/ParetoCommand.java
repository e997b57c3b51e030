package dev.rfsweep.cli;

import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.cli.options.ColumnOptions;
import dev.rfsweep.cli.options.MetricNames;
import dev.rfsweep.internal.notation.Objectives;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.RowOutput;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.ChosenRows;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.report.text.RowLayout;
import dev.rfsweep.model.metric.Objective;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the variants that no other one beats in every objective. */
@Command(
        name = "pareto",
        description = {
            "The exact Pareto front of the variants that match, best in the first objective first.",
            "Of variants that are equal in all objectives the one of least id is shown; the column count, last, tells"
                    + " how many they are."
        },
        footer = {
            "",
            "Examples:",
            "  rfsweep pareto space.yaml --by macs:min,rf:max",
            "  rfsweep pareto space.yaml --by params:min,rf~224 --where stride=16"
        })
final class ParetoCommand extends RowCommand {

    @Mixin
    private final ColumnOptions columns = new ColumnOptions();

    @Option(
            names = "--by",
            paramLabel = "M:min|max,...",
            required = true,
            completionCandidates = MetricNames.class,
            description =
                    "Objectives: least M (M, M:min or M:asc), greatest M (M:max or M:desc), or nearest to a number"
                            + " (M~224).")
    private String by;

    @Override
    public Integer call() throws IOException {
        try (Asked query = options.open(console)) {
            query.noticeFlops(by);
            List<Objective> objectives = Objectives.parse("--by", by, query.schema());
            RowLayout layout = columns.layout(query);
            Answers answers =
                    query.about(objectives.stream().map(Objective::column).toList(), layout.columns());
            if (query.explains()) {
                return query.explain(answers.planFront(objectives), output.json());
            }
            List<OutputColumn> fields = new ArrayList<>(layout.fields());
            boolean screen = output.toScreen(console) && fields.get(fields.size() - 1) instanceof OutputColumn.Variant;
            fields.add( // arch stays last on a screen, where it is cut if there is no room
                    screen ? fields.size() - 1 : fields.size(),
                    new OutputColumn.Value("count", layout.columns().size()));
            try (RowOutput out = output.open(query, fields)) {
                ChosenRows<FrontRow> front = answers.pareto(layout.columns(), objectives);
                out.read(front.read(out.rows().text()));
                out.finish();
                return output.code(front.isEmpty());
            }
        }
    }
}
