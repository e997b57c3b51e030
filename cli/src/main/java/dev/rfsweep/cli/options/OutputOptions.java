package dev.rfsweep.cli.options;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.files.WriteException;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.internal.output.Format;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.RowOutput;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.model.RfsweepException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where rows are written, in which format, and whether an empty result is a failure. */
public final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE, which is created or replaced only when the output is complete.")
    private Path file;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "csv, json (one array), jsonl or table (default: by the extension of FILE; else table on a terminal, or csv).")
    private Format format;

    @Option(names = "--fail-if-empty", description = "Exit with 3 when nothing matches.")
    private boolean failIfEmpty;

    /** Opens the output before any work is done. */
    public RowOutput open(Asked query, List<OutputColumn> fields) throws WriteException {
        Console console = query.console();
        Format chosen = format(console);
        if (file != null) {
            query.options().inputs().refuse("-o", file);
        }
        Destination destination = file == null ? Destination.standardOutput(console) : Destination.file(file, console);
        return RowOutput.open(destination, chosen, file == null ? console.screen() : Screen.PAPER, fields);
    }

    /** Whether people read the rows on a terminal, as a table. */
    public boolean toScreen(Console console) {
        return file == null && console.outTerminal() && format(console) == Format.TABLE;
    }

    /** Whether rows go to a file, which takes its place only when all of them are there. */
    public boolean hasFile() {
        return file != null;
    }

    /**
     * Whether a plan is printed as JSON. Only {@code --format} decides that, because plans are never written to the output
     * file.
     */
    public boolean json() {
        return format == Format.JSON || format == Format.JSONL;
    }

    public int code(boolean empty) {
        return empty && failIfEmpty ? Exit.EMPTY : Exit.OK;
    }

    /** The format asked for; otherwise that of the file's extension, a table on a terminal, and CSV elsewhere. */
    public Format format(Console console) {
        if (format != null) {
            return format;
        }
        if (file == null) {
            return console.outTerminal() ? Format.TABLE : Format.CSV;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return Format.named(dot < 0 ? Format.CSV.name() : name.substring(dot + 1))
                .orElseThrow(() -> new RfsweepException("-o: found '" + name
                        + "', whose extension names no format; expected --format " + Format.NAMES));
    }
}
