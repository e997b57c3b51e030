package dev.rfsweep.cli;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.cli.terminal.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program. Exit codes: 0 done, 1 failed, 2 usage or bad input, 3 no match and {@code --fail-if-empty}, 4 stopped
 * early but resumable, 5 could not write, 130 stopped and nothing to resume.
 */
@Command(
        name = "rfsweep",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Receptive fields, sizes and costs of every network in a search space.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  rfsweep count '6*cn_k3,5,7_s1,2' --where rf=100..200",
            "  rfsweep sweep space.yaml --where rf=180..220 -o matches.csv",
            "  rfsweep top space.yaml --by rf~224 -n 5",
            "",
            "Run 'rfsweep help COMMAND' for the options of a command."
        })
public final class Main {

    private static final List<String> NAMES = List.of(
            "sweep",
            "count",
            "histogram",
            "top",
            "pareto",
            "sample",
            "choices",
            "show",
            "analyze",
            "profile",
            "completion");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    private Main() {}

    public static void main(String[] args) {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(stop);
        stop.exit(run(Console.system(stop), args));
    }

    /** Everything but {@link System#exit}, so that tests run what the shell runs. */
    static int run(Console plain, String... words) {
        String[] args = helped(words);
        Console console = plain.colored(args);
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            return print(Version.text() + "\n", console); // without loading picocli, which takes longer than the rest
        }
        StringWriter shown =
                new StringWriter(); // help and versions are written like data, so that a failed write is noticed
        CommandLine line = commands(console, args)
                .setOut(new PrintWriter(shown))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.outColors() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((failure, given) -> misused(failure, console))
                .setExecutionExceptionHandler((failure, command, parsed) -> Failure.report(failure, console));
        int code;
        try {
            Values.register(line);
            code = line.setExpandAtFiles(false).execute(args);
        } catch (OutOfMemoryError | StackOverflowError failure) { // picocli reports exceptions only
            code = Failure.report(failure, console);
        }
        return shown.getBuffer().length() == 0 ? code : print(shown.toString(), console);
    }

    /** Without arguments the help is shown, and {@code help sweep} means {@code sweep --help}. */
    private static String[] helped(String[] args) {
        boolean asked = args.length > 0 && args[0].equals("help");
        if (args.length == 0 || (asked && (args.length == 1 || args[1].equals("help")))) {
            return new String[] {"--help"};
        }
        if (!asked) {
            return args;
        }
        boolean known = NAMES.contains(args[1]); // an unknown command is reported as such
        String[] rest = Arrays.copyOfRange(args, 1, args.length + (known ? 1 : 0));
        if (known) {
            rest[rest.length - 1] = "--help";
        }
        return rest;
    }

    /**
     * Registers only the command that the first argument names: reading the options of all commands takes longer than most
     * runs.
     */
    private static CommandLine commands(Console console, String[] args) {
        CommandLine line = new CommandLine(new Main());
        String first = args.length == 0 ? "" : args[0];
        for (String name : NAMES) {
            if (name.equals(first) || !NAMES.contains(first) || first.equals("completion")) {
                ConsoleCommand command = command(name);
                command.console = console;
                line.addSubcommand(command);
            }
        }
        return line;
    }

    private static ConsoleCommand command(String name) {
        return switch (name) {
            case "sweep" -> new SweepCommand();
            case "count" -> new CountCommand();
            case "histogram" -> new HistogramCommand();
            case "top" -> new TopCommand();
            case "pareto" -> new ParetoCommand();
            case "sample" -> new SampleCommand();
            case "choices" -> new ChoicesCommand();
            case "show" -> new ShowCommand();
            case "analyze" -> new AnalyzeCommand();
            case "profile" -> new ProfileCommand();
            default -> new CompletionCommand();
        };
    }

    private static int misused(ParameterException failure, Console console) {
        console.fail(failure.getMessage());
        PrintWriter err = failure.getCommandLine().getErr();
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return Exit.BAD_INPUT;
    }

    private static int print(String text, Console console) {
        try {
            Destination.print(text, console);
            return Exit.OK;
        } catch (IOException failure) {
            return Failure.report(failure, console);
        }
    }
}
