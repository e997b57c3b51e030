package dev.rfsweep.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A shell function that completes commands, options and their values. Not picocli's own: that one completes neither files
 * for texts that may be files, nor lists, nor what bash cuts into words at {@code =} and {@code :}.
 */
final class CompletionScript {

    /** Everything that does not depend on the commands. Works in zsh through bashcompinit. */
    private static final String FRAME = """
            # Completes rfsweep in bash and zsh: source <(rfsweep completion)
            if [ -n "${ZSH_VERSION-}" ]; then
                autoload -Uz compinit && compinit -u
                autoload -Uz bashcompinit && bashcompinit
            fi

            _rfsweep_words() { # stem, current word, words
                COMPREPLY=($(compgen -P "$1" -W "$3" -- "$2"))
            }

            _rfsweep_list() { # stem, current word, words: the item behind the last comma
                case $2 in
                *,*) _rfsweep_words "$1${2%,*}," "${2##*,}" "$3" ;;
                *) _rfsweep_words "$1" "$2" "$3" ;;
                esac
                compopt -o nospace 2>/dev/null
            }

            _rfsweep_files() { # stem, current word
                local IFS=$'\\n'
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen -P "$1" -f -- "$2"))
            }

            _complete_rfsweep() {
                local current=${COMP_WORDS[COMP_CWORD]} before='' stem=''
                COMPREPLY=()
                if [ "$COMP_CWORD" -le 1 ]; then
                    _rfsweep_words '' "$current" '@COMMANDS@'
                    return
                fi
                before=${COMP_WORDS[COMP_CWORD - 1]}
                case $current in
                = | :) # bash begins a word with them
                    before=$current
                    current=''
                    set -- "${COMP_WORDS[COMP_CWORD - 1]}"
                    ;;
                --*=*) # zsh does not
                    before=${current%%=*}
                    stem=$before=
                    current=${current#*=}
                    ;;
                *)
                    set -- "${COMP_WORDS[COMP_CWORD - 2]}"
                    ;;
                esac
                if [ "$before" = = ]; then
                    case $1 in
                    -*) before=$1 ;;
                    *) return ;; # a range is the user's to choose
                    esac
                fi
                case $before$current in
                :*,*) before=--by ;; # the next objective
                :*)
                    _rfsweep_list '' "$current" 'asc desc min max'
                    return
                    ;;
                esac
                case ${COMP_WORDS[1]} in
            @CASES@
                esac
            }

            complete -F _complete_rfsweep rfsweep
            """;

    private CompletionScript() {}

    /** The script for {@code program}. */
    static String of(CommandLine program) {
        Map<String, CommandLine> commands = new TreeMap<>(program.getSubcommands());
        List<String> cases = new ArrayList<>();
        commands.forEach((name, command) -> cases.add(command(name, command.getCommandSpec(), commands)));
        String first = String.join(" ", commands.keySet()) + " " + flags(program.getCommandSpec());
        return FRAME.replace("@COMMANDS@", first).replace("@CASES@", String.join("\n", cases));
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
            return ":"; // a number, or a name that nobody can guess
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
