package dev.rfsweep.cli;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.cli.options.QueryOptions;
import dev.rfsweep.cli.options.TextForm;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.query.Answers;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints one integer. */
@Command(
        name = "count",
        description = "Count the variants that match, exactly.",
        footer = {
            "",
            "Examples:",
            "  rfsweep count '6*cn_k3,5,7_s1,2_dil1,2'",
            "  rfsweep count space.yaml --where rf=100..200 --where stride=8"
        })
final class CountCommand extends ConsoleCommand {

    @Mixin
    private final QueryOptions options = new QueryOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text or json (default: text).")
    private TextForm form = TextForm.TEXT;

    @Option(names = "--fail-if-empty", description = "Exit with 3 when nothing matches.")
    private boolean failIfEmpty;

    @Override
    public Integer call() throws IOException {
        BigInteger count;
        try (Asked query = options.open(console)) {
            Answers answers = query.about(List.of());
            if (query.explains()) {
                return query.explain(answers.planCounts(List.of()), form == TextForm.JSON);
            }
            count = answers.count();
        }
        boolean json = form == TextForm.JSON;
        Destination.print(
                (json ? new JsonObject().put("count", count) : console.screen().number(count)) + "\n", console);
        return failIfEmpty && count.signum() == 0 ? Exit.EMPTY : Exit.OK;
    }
}
