package dev.rfsweep.cli;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.files.InputFiles;
import dev.rfsweep.cli.files.WriteException;
import dev.rfsweep.cli.options.CommonOptions;
import dev.rfsweep.cli.options.ModelOptions;
import dev.rfsweep.cli.options.PictureOption;
import dev.rfsweep.cli.options.SpaceSource;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.internal.analysis.Findings;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.notation.IntegerList;
import dev.rfsweep.internal.output.Format;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.output.PlainText;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.report.text.NetworkReport;
import dev.rfsweep.internal.report.text.TensorName;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what the units of every layer of a network see. */
@Command(
        name = "analyze",
        description = "Print what the units of every layer of a network see: receptive fields, strides, holes.",
        footer = {
            "",
            "Examples:",
            "  rfsweep analyze 'cn_k7_s2 mp_k3_s2 4*cn_k3'",
            "  rfsweep analyze net.onnx --format json",
            "  rfsweep analyze *.onnx --format jsonl -o fields.jsonl",
            "  rfsweep analyze net.onnx --size 224 --unit 3,5 --at conv4",
            "  rfsweep analyze net.onnx --svg net.svg"
        })
final class AnalyzeCommand extends ConsoleCommand {

    /** Output formats of an analysis. */
    enum Form {
        TABLE,
        JSON,
        JSONL
    }

    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            description = "An .onnx file, or a space with one variant: a file (YAML or JSON), - for YAML on standard"
                    + " input, or stages in one line.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private final ModelOptions models = new ModelOptions();

    @Mixin
    private final PictureOption picture = new PictureOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--unit",
            paramLabel = "I[,I...]",
            description = "Print only what one unit sees, clipped at the borders of the input, as JSON. I is the index"
                    + " of the unit along an axis. Repeatable.")
    private List<String> units;

    @Option(
            names = "--at",
            paramLabel = "TENSOR",
            description = "The tensor of --unit: its name, the name of its node, or the end of either (default: the"
                    + " output).")
    private String at;

    @Option(names = "--all", description = "Also list operators that change neither size nor field in the table.")
    private boolean all;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "table, json (one object) or jsonl (an object for each model in a line of its own; a failure is"
                            + " an object with an error)"
                            + " (default: by the extension of FILE; else table).")
    private Form form;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE, which is created or replaced only when the output is complete.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Form chosen = form();
        if (names.size() > 1 && (chosen == Form.JSON || units != null)) {
            throw new RfsweepException((units == null ? "--format json" : "--unit") + ": found " + names.size()
                    + " models, expected one; --format jsonl prints one object a line for each");
        }
        if (picture.wanted() && (names.size() > 1 || units != null)) {
            throw new RfsweepException("--svg draws one network: found "
                    + (units == null ? names.size() + " models" : "--unit, which asks for one unit"));
        }
        InputFiles inputs = InputFiles.of(names);
        if (file != null) {
            inputs.refuse("-o", file);
        }
        picture.check(inputs, Optional.ofNullable(file));
        int failed = 0;
        try (Destination out = open()) {
            if (units != null || at != null) {
                out.write(units());
            } else {
                for (String name : names) {
                    failed += analyzed(name, chosen, out) ? 0 : 1;
                }
            }
            out.commit();
        }
        if (failed > 0) {
            console.tell(failed + " of " + names.size() + " models failed");
        }
        return failed > 0 ? Exit.FAILED : Exit.OK;
    }

    /**
     * Analyses one model and returns whether that worked. In JSON Lines a failure is an object with the error. Otherwise it is
     * reported and the next model is tried, and a single model fails as any command does.
     */
    private boolean analyzed(String name, Form chosen, Destination out) throws IOException {
        String text;
        try {
            Findings model = read(name);
            NetworkReport report = new NetworkReport(model, all ? Optional.empty() : Optional.of("--all"));
            text = chosen == Form.TABLE
                    ? report.text(file == null ? console.screen() : Screen.PAPER)
                    : report.json() + "\n";
            picture.draw(title(name), model.analysis(), model.output(), console);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            if (chosen == Form.JSONL) {
                out.write(new JsonObject().put("model", name).put("error", Failure.message(failure)) + "\n");
            } else if (names.size() == 1) {
                throw failure;
            } else {
                Failure.report(failure, console);
            }
            return false;
        }
        out.write(text + (chosen == Form.TABLE && names.size() > 1 ? "\n" : ""));
        return true;
    }

    /** The title of a picture: the name of a file without its directories. */
    private static String title(String name) {
        return new SpaceSource(name)
                .file()
                .map(path -> String.valueOf(path.getFileName()))
                .orElse(name.equals("-") ? "standard input" : name);
    }

    private String units() {
        if (units == null) {
            throw new RfsweepException("--at: found '" + at + "', expected --unit with it");
        }
        if (form == Form.TABLE) {
            throw new RfsweepException("--unit prints JSON: found --format table, expected json or jsonl");
        }
        Findings model = read(names.get(0));
        Tensor tensor = at == null ? model.output() : TensorName.find("--at", model, at);
        StringBuilder text = new StringBuilder();
        for (String unit : units) {
            List<Long> index = IntegerList.parse("--unit", unit);
            long[] position = index.stream().mapToLong(Long::longValue).toArray();
            try {
                text.append(NetworkReport.unit(index, model.analysis().region(tensor, position)))
                        .append("\n");
            } catch (GraphException failure) {
                throw new RfsweepException("--unit " + unit + ": " + Failure.told(failure));
            }
        }
        return text.toString();
    }

    private Findings read(String name) {
        Findings model = models.read(name, console);
        if (!common.quiet) {
            model.notices().forEach(notice -> console.tell(PlainText.message("note: " + model.name() + ": " + notice)));
        }
        return model;
    }

    private Form form() {
        if (form != null) {
            return form;
        }
        if (file == null || units != null) {
            return Form.TABLE;
        }
        String name = String.valueOf(file.getFileName());
        return Format.named(name.substring(name.lastIndexOf('.') + 1))
                .filter(format -> format != Format.CSV)
                .map(format -> Form.valueOf(format.name()))
                .orElseThrow(() -> new RfsweepException("-o: found '" + name
                        + "', whose extension names no format; expected --format table, json or jsonl"));
    }

    private Destination open() throws WriteException {
        return file == null ? Destination.standardOutput(console) : Destination.file(file, console);
    }
}
