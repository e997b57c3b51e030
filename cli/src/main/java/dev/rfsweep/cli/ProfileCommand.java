package dev.rfsweep.cli;

import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.Bounds;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.query.Planned;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a space holds. */
@Command(
        name = "profile",
        description =
                "How many variants there are, are valid and match, between which bounds their metrics lie, and what it"
                        + " takes to find out.",
        footer = {"", "Examples:", "  rfsweep profile space.yaml", "  rfsweep profile space.yaml --format json"})
final class ProfileCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final QueryOptions options = new QueryOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = TextForm.Converter.class,
            description = "text or json (default: text).")
    private TextForm form = TextForm.TEXT;

    @Option(names = "--fail-if-empty", description = "Exit with 3 when nothing matches.")
    private boolean failIfEmpty;

    ProfileCommand(Console console) {
        this.console = console;
    }

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
        try (Destination out = Destination.standardOutput(console)) {
            out.write(new Bytes(1024).append(form == TextForm.JSON ? profile.json() : profile.text(console.screen())));
        }
        return failIfEmpty && profile.found().isEmpty() ? Exit.EMPTY : Exit.OK;
    }

    /** What the matches span, or why it would take too long to tell, and then what all valid variants span. */
    private static ProfileText.Found found(Planned<Bounds> bounds, Answers answers, List<Column> columns) {
        try {
            return ProfileText.Found.of(bounds.get());
        } catch (RefusedException refused) {
            Plan all = answers.plan(columns).sweep();
            return ProfileText.Found.unknown(all, refused.getMessage());
        }
    }
}
