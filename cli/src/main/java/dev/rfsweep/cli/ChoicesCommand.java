package dev.rfsweep.cli;

import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.internal.notation.arch.DecisionText;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.RowOutput;
import dev.rfsweep.internal.output.TypedTable;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.ChoiceCount;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import picocli.CommandLine.Command;

/** Counts how many matches take each value of each choice. */
@Command(
        name = "choices",
        description = {
            "For every value of every choice in the space, how many of the variants that match take it, and their share of"
                    + " all that match.",
            "Below a stage, .N is copy N, |N alternative N and /N part N of a sequence: 3.2|1."
        },
        footer = {
            "",
            "Examples:",
            "  rfsweep choices space.yaml --where rf=224..448",
            "  rfsweep choices '4*cn_k3,5,7_s1,2' --where rf=31 --format table"
        })
final class ChoicesCommand extends RowCommand {

    @Override
    public Integer call() throws IOException {
        try (Asked query = options.open(console)) {
            Answers answers = query.about(List.of());
            if (query.explains()) {
                return query.explain(answers.plan(List.of()), output.json());
            }
            DecisionText words = new DecisionText(query.space());
            try (RowOutput out = output.open(query, OutputColumn.of(TypedTable.CHOICES, output.toScreen(console)))) {
                List<ChoiceCount> counts = answers.choices();
                BigInteger matches = answers.count();
                out.table(TypedTable.choices(counts, matches, words::value));
                out.finish();
                return output.code(matches.signum() == 0);
            }
        }
    }
}
