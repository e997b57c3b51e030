package dev.rfsweep.cli;

import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "No notices and no progress, only data and errors.")
    boolean quiet;

    @Option(names = "--no-progress", description = "No progress bar.")
    boolean noProgress;

    /** Read ahead of all others by {@link Colors}; here for the help and for being checked. */
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = Colors.When.Converter.class,
            description = "auto, always or never (default: auto).")
    Colors.When color = Colors.When.AUTO;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
