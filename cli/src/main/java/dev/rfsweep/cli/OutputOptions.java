package dev.rfsweep.cli;

import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.Screen;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where rows go, in which form, and whether there must be any. */
final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE, which takes its place only when it is whole.")
    private Path file;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description =
                    "csv, json (one array), jsonl or table (default: by the extension of FILE; else table on a terminal, or csv).")
    private Format format;

    @Option(names = "--fail-if-empty", description = "Exit with 3 when nothing matches.")
    private boolean failIfEmpty;

    /** Opens the output before any work is done. */
    RowOutput open(Asked query, List<OutputColumn> fields) throws WriteException {
        Console console = query.console();
        Format chosen = format(console);
        if (file != null) {
            query.options().inputs().refuse("-o", file);
        }
        Destination destination = file == null ? Destination.standardOutput(console) : Destination.file(file, console);
        return RowOutput.open(destination, chosen, file == null ? console.screen() : Screen.PAPER, fields);
    }

    /** Whether people read the rows on a terminal, as a table. */
    boolean toScreen(Console console) {
        return file == null && console.outTerminal() && format(console) == Format.TABLE;
    }

    /** Whether rows go to a file, which takes its place only when all of them are there. */
    boolean hasFile() {
        return file != null;
    }

    /** Whether JSON is asked for; a file says nothing of that, because a plan does not go there. */
    boolean json() {
        return format == Format.JSON || format == Format.JSONL;
    }

    int code(boolean empty) {
        return empty && failIfEmpty ? Exit.EMPTY : Exit.OK;
    }

    /** The format that is asked for, or suits where rows go. */
    Format format(Console console) {
        if (format != null) {
            return format;
        }
        if (file == null) {
            return console.outTerminal() ? Format.TABLE : Format.CSV;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return Format.named(dot < 0 ? Format.CSV.name() : name.substring(dot + 1))
                .orElseThrow(() -> new BadInputException(
                        "-o: found '" + name + "', whose extension is no format; expected --format " + Format.NAMES));
    }
}
