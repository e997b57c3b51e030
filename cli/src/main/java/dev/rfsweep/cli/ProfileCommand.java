package dev.rfsweep.cli;

import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.RefusedException;
import java.io.IOException;
import java.math.BigInteger;
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
            if (query.explains()) {
                List<Column> columns = query.schema().columns();
                return query.explain(query.answers().planBounds(columns), form == TextForm.JSON);
            }
            Explanation plan = query.answers().plan(List.of());
            IdRange range = query.range();
            BigInteger valid = Sweep.over(query.space()).ids(range).count();
            profile = new ProfileText(query.schema(), range.length(), valid, found(query), plan);
        }
        try (Destination out = Destination.standardOutput(console)) {
            out.write(new Bytes(1024).append(form == TextForm.JSON ? profile.json() : profile.text(console.screen())));
        }
        return failIfEmpty && profile.found().isEmpty() ? Exit.EMPTY : Exit.OK;
    }

    /** What the matches span, or why it would take too long to tell, and then what all valid variants span. */
    private static ProfileText.Found found(Asked query) {
        List<Column> columns = query.schema().columns();
        try {
            return ProfileText.Found.of(query.answers().bounds(columns));
        } catch (RefusedException refused) {
            Plan all = query.answers().plan(columns).sweep();
            return ProfileText.Found.unknown(all, refused.getMessage());
        }
    }
}
