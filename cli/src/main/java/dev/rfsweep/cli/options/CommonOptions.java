package dev.rfsweep.cli.options;

import dev.rfsweep.cli.terminal.Colors;
import picocli.CommandLine.Option;

/** Options of every command. */
public final class CommonOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "No notices and no progress, only data and errors.")
    public boolean quiet;

    @Option(names = "--no-progress", description = "No progress bar.")
    boolean noProgress;

    /**
     * {@link Colors} reads this before the arguments are parsed; it is declared here so that the help shows it and its value is
     * checked.
     */
    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never (default: auto).")
    Colors.When color = Colors.When.AUTO;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
