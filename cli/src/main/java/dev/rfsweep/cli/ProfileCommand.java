package dev.rfsweep.cli;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.cli.options.QueryOptions;
import dev.rfsweep.cli.options.TextForm;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.query.Planned;
import dev.rfsweep.internal.report.text.ProfileText;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how many variants a space has, and between which bounds their metrics lie. */
@Command(
        name = "profile",
        description =
                "How many variants there are, are valid and match, between which bounds their metrics lie, and what it"
                        + " takes to find out.",
        footer = {"", "Examples:", "  rfsweep profile space.yaml", "  rfsweep profile space.yaml --format json"})
final class ProfileCommand extends ConsoleCommand {

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
        ProfileText profile;
        try (Asked query = options.open(console)) {
            Answers answers = query.about(List.of());
            List<Column> columns = query.schema().columns();
            Planned<Bounds> bounds = answers.planBounds(columns);
            Explanation plan = bounds.explain();
            if (query.explains()) {
                return query.explain(plan, form == TextForm.JSON);
            }
            ProfileText.Found found = found(bounds, answers, columns);
            profile = new ProfileText(query.schema(), query.range().length(), answers.valid(), found, plan);
        }
        Destination.print(profile, form == TextForm.JSON, console);
        return failIfEmpty && profile.found().isEmpty() ? Exit.EMPTY : Exit.OK;
    }

    /** The bounds of the matches; where finding them would take too long, the reason, and the bounds of all valid variants. */
    private static ProfileText.Found found(Planned<Bounds> bounds, Answers answers, List<Column> columns) {
        try {
            return ProfileText.Found.of(bounds.get());
        } catch (RefusedException refused) {
            Plan all = answers.plan(columns).sweep();
            return ProfileText.Found.unknown(all, refused.getMessage());
        }
    }
}
