package dev.rfsweep.cli;

import dev.rfsweep.internal.output.Bytes;
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
            return print(Version.text() + "\n", console); // without waking picocli, which takes longer than the rest
        }
        StringWriter shown = new StringWriter(); // help and versions leave through the same door as data
        CommandLine line = commands(console, args)
                .setOut(new PrintWriter(shown))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.outColors() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((failure, given) -> misused(failure, console))
                .setExecutionExceptionHandler((failure, command, parsed) -> Exit.report(failure, console));
        int code;
        try {
            Integers.register(line);
            code = line.setExpandAtFiles(false).execute(args);
        } catch (OutOfMemoryError | StackOverflowError failure) { // picocli reports exceptions only
            code = Exit.report(failure, console);
        }
        return shown.getBuffer().length() == 0 ? code : print(shown.toString(), console);
    }

    /** No words at all ask for help, and {@code help sweep} is {@code sweep --help}. */
    private static String[] helped(String[] args) {
        boolean asked = args.length > 0 && args[0].equals("help");
        if (args.length == 0 || (asked && (args.length == 1 || args[1].equals("help")))) {
            return new String[] {"--help"};
        }
        if (!asked) {
            return args;
        }
        boolean known = NAMES.contains(args[1]); // what is no command is told so
        String[] rest = Arrays.copyOfRange(args, 1, args.length + (known ? 1 : 0));
        if (known) {
            rest[rest.length - 1] = "--help";
        }
        return rest;
    }

    /**
     * Looking through the options of every command takes longer than most runs, so where the first argument is the name
     * of one, only that one is there.
     */
    private static CommandLine commands(Console console, String[] args) {
        CommandLine line = new CommandLine(new Main());
        String first = args.length == 0 ? "" : args[0];
        for (String name : NAMES) {
            if (name.equals(first) || !NAMES.contains(first) || first.equals("completion")) {
                line.addSubcommand(command(name, console));
            }
        }
        return line;
    }

    private static Object command(String name, Console console) {
        return switch (name) {
            case "sweep" -> new SweepCommand(console);
            case "count" -> new CountCommand(console);
            case "histogram" -> new HistogramCommand(console);
            case "top" -> new TopCommand(console);
            case "pareto" -> new ParetoCommand(console);
            case "sample" -> new SampleCommand(console);
            case "choices" -> new ChoicesCommand(console);
            case "show" -> new ShowCommand(console);
            case "analyze" -> new AnalyzeCommand(console);
            case "profile" -> new ProfileCommand(console);
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
        try (Destination out = Destination.standardOutput(console)) {
            out.write(new Bytes(text.length()).append(text));
            return Exit.OK;
        } catch (IOException failure) {
            return Exit.report(failure, console);
        }
    }
}
