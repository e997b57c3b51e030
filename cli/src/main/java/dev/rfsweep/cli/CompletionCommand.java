package dev.rfsweep.cli;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.terminal.Exit;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Prints a shell function that completes commands, options and their values. Not picocli's own: that one completes neither files
 * for texts that may be files, nor lists, nor what bash cuts into words at {@code =} and {@code :}.
 */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Example, in ~/.bashrc or ~/.zshrc:", "  source <(rfsweep completion)"})
final class CompletionCommand extends ConsoleCommand {

    /** Everything that does not depend on the commands. Works in zsh through bashcompinit. */
    private static final String FRAME = "completion.sh";

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Override
    public Integer call() throws IOException {
        Destination.print(script(spec.root().commandLine()), console);
        return Exit.OK;
    }

    /** The script for {@code program}. */
    private static String script(CommandLine program) {
        Map<String, CommandLine> commands = new TreeMap<>(program.getSubcommands());
        List<String> cases = new ArrayList<>();
        commands.forEach((name, command) -> cases.add(command(name, command.getCommandSpec(), commands)));
        String first = String.join(" ", commands.keySet()) + " " + flags(program.getCommandSpec());
        return frame().replace("@COMMANDS@", first).replace("@CASES@", String.join("\n", cases));
    }

    private static String frame() {
        try (InputStream in = CompletionCommand.class.getResourceAsStream(FRAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String command(String name, CommandSpec command, Map<String, CommandLine> all) {
        List<String> lines = new ArrayList<>(List.of(name + ")", "    case $before in"));
        for (OptionSpec option : command.options()) {
            if (option.arity().max() > 0 && !option.hidden()) {
                lines.add("    " + String.join(" | ", option.names()) + ") " + value(option) + " ;;");
            }
        }
        lines.addAll(List.of(
                "    *)",
                "        case $current in",
                "        -*) _rfsweep_words '' \"$current\" '" + flags(command) + "' ;;",
                "        *) " + positional(command, all) + " ;;",
                "        esac",
                "        ;;",
                "    esac",
                "    ;;"));
        return "    " + String.join("\n    ", lines);
    }

    private static String value(OptionSpec option) {
        if (List.of(Path.class, File.class).contains(option.type())) {
            return "_rfsweep_files \"$stem\" \"$current\"";
        }
        List<String> words = words(option);
        if (words.isEmpty()) {
            return ":"; // numbers and names of files have no candidates here
        }
        boolean goesOn = option.paramLabel().contains(",") || words.get(0).endsWith("=");
        return (goesOn ? "_rfsweep_list" : "_rfsweep_words") + " \"$stem\" \"$current\" '" + String.join(" ", words)
                + "'";
    }

    private static List<String> words(OptionSpec option) {
        List<String> words = new ArrayList<>();
        if (option.type().isEnum()) {
            Arrays.stream(option.type().getEnumConstants())
                    .forEach(constant -> words.add(constant.toString().toLowerCase(Locale.ROOT)));
        } else if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(words::add);
        }
        return words;
    }

    private static String positional(CommandSpec command, Map<String, CommandLine> all) {
        List<String> labels = command.positionalParameters().stream()
                .map(each -> each.paramLabel())
                .toList();
        if (labels.contains("COMMAND")) {
            return "_rfsweep_words '' \"$current\" '" + String.join(" ", all.keySet()) + "'";
        }
        return labels.isEmpty() ? ":" : "_rfsweep_files '' \"$current\"";
    }

    private static String flags(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Arrays.stream(option.names()))
                .sorted()
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
