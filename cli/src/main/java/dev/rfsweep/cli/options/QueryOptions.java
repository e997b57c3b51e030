package dev.rfsweep.cli.options;

import dev.rfsweep.cli.files.InputFiles;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Progress;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.IdRangeText;
import dev.rfsweep.internal.notation.Spec;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Condition;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which variants a command is about, and how they are evaluated. */
public final class QueryOptions {

    /** More than machines have processors, and few enough for the memory that each thread takes. */
    private static final int MOST_THREADS = 1024;

    @Mixin
    private final SpaceArgument space = new SpaceArgument();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = {"-w", "--where"},
            paramLabel = "CONDITION",
            completionCandidates = MetricNames.Conditions.class,
            description = {
                "Only variants for which it holds: rf=180..220 (both included), stride=8,16, 'rf>=224', also < <= > == !=;"
                        + " numbers may be 5e6 or 5M. Several are joined by and, or the option is repeated: all must hold,"
                        + " besides those of the file."
            })
    private List<String> where = new ArrayList<>();

    @Option(names = "--ids", paramLabel = "A..B", description = "Only ids A to B-1.")
    private String ids;

    @Option(names = "--shard", paramLabel = "i/n", description = "Only the i-th of n equal parts of the ids, i from 0.")
    private String shard;

    @Option(
            names = {"-j", "--threads"},
            paramLabel = "N",
            description = "Threads (default: all processors).")
    private Integer threads;

    @Option(
            names = "--exhaustive",
            description = "Evaluate every variant, even where some can be skipped. The answer is the same.")
    private boolean exhaustive;

    @Option(names = "--explain", description = "Print how the answer would be found, and at what cost, and stop.")
    private boolean explain;

    public Asked open(Console console) {
        Spec spec = space.read(console);
        IdRange range = IdRange.first(spec.space().variants());
        range = ids == null
                ? range
                : IdRangeText.parse("--ids", ids, spec.space().variants());
        range = shard == null ? range : IdRangeText.shard("--shard", shard, range);
        Progress progress = Progress.of(console, !common.quiet && !common.noProgress);
        List<Condition> conditions = conditions(spec, console);
        Sweep sweep = Sweep.over(spec.space())
                .where(conditions)
                .ids(range)
                .exhaustive(exhaustive)
                .monitor(progress);
        sweep = threads == null ? sweep : sweep.threads(checkedThreads());
        Answers answers = Answers.over(spec.space(), conditions).sweeping(sweep);
        return new Asked(spec, range, exhaustive ? answers.withoutAlgebra() : answers, progress, this, console);
    }

    /** Prints a notice on standard error, unless {@code --quiet} is given. */
    void tell(String message, Console console) {
        if (!common.quiet) {
            console.tell(message);
        }
    }

    /** Files that no output may replace. */
    InputFiles inputs() {
        return space.inputs();
    }

    boolean explains() {
        return explain;
    }

    /** Tells the user that flops are counted as macs, if {@code written} names flops. */
    void noticeFlops(String written, Console console) {
        if (written.contains("flops")) {
            tell("note: flops are counted as multiply-adds and printed as macs", console);
        }
    }

    private List<Condition> conditions(Spec spec, Console console) {
        noticeFlops(String.join(" ", where), console);
        List<Condition> all = new ArrayList<>(spec.where());
        for (String text : where) {
            all.addAll(Conditions.parse("--where", text, spec.space().schema()));
        }
        return all;
    }

    private int checkedThreads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new RfsweepException("--threads: found '" + threads + "', expected 1.." + MOST_THREADS);
        }
        return threads;
    }
}
