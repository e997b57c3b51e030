package dev.rfsweep.cli;

import dev.rfsweep.NetworkAnalysis;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what the units of one network see. */
@Command(
        name = "analyze",
        description = "What the units of every layer of one network see: receptive fields, strides, holes.",
        footer = {
            "",
            "Examples:",
            "  rfsweep analyze 'cn_k7_s2 mp_k3_s2 4*cn_k3'",
            "  rfsweep analyze net.onnx --format json",
            "  rfsweep analyze *.onnx --format jsonl -o fields.jsonl",
            "  rfsweep analyze net.onnx --size 224 --unit 3,5 --at conv4",
            "  rfsweep analyze net.onnx --svg net.svg"
        })
final class AnalyzeCommand implements Callable<Integer> {

    /** How an analysis can be had. */
    enum Form {
        TABLE,
        JSON,
        JSONL;

        /** Reads the option. */
        static final class Converter extends LowerCase<Form> {
            Converter() {
                super(Form.class);
            }
        }
    }

    private final Console console;

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
            description = "Only what one unit sees, clipped at the borders of the input, as JSON: its index along"
                    + " every axis. Repeatable.")
    private List<String> units;

    @Option(
            names = "--at",
            paramLabel = "TENSOR",
            description =
                    "The tensor of --unit by its name, that of its node, or the end of one (default: the output).")
    private String at;

    @Option(names = "--all", description = "Operators that change neither size nor field in the table, too.")
    private boolean all;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = Form.Converter.class,
            description = "table, json (one object) or jsonl (an object a line; what fails is one with an error)"
                    + " (default: by the extension of FILE; else table).")
    private Form form;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE, which takes its place only when it is whole.")
    private Path file;

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Form chosen = form();
        if (names.size() > 1 && (chosen == Form.JSON || units != null)) {
            throw new BadInputException((units == null ? "--format json" : "--unit") + ": found " + names.size()
                    + " models, expected one; --format jsonl prints an object a line for each");
        }
        if (picture.wanted() && (names.size() > 1 || units != null)) {
            throw new BadInputException("--svg draws one network: found "
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
                write(units(), out);
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

    /** Whether {@code name} is a network. Unless failures are data, one model on its own fails as any command does. */
    private boolean analyzed(String name, Form chosen, Destination out) throws IOException {
        String text;
        try {
            NetworkAnalysis model = read(name);
            text = chosen == Form.TABLE
                    ? AnalysisTable.of(model, all, file == null ? console.screen() : Screen.PAPER)
                    : AnalysisJson.model(model);
            picture.draw(title(name), model.analysis(), model.output(), console);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            if (chosen == Form.JSONL) {
                write(AnalysisJson.failure(name, Exit.message(failure)), out);
            } else if (names.size() == 1) {
                throw failure;
            } else {
                Exit.report(failure, console);
            }
            return false;
        }
        write(text + (chosen == Form.TABLE && names.size() > 1 ? "\n" : ""), out);
        return true;
    }

    /** A file is known by its own name, without those of the directories around it. */
    private static String title(String name) {
        return new SpaceSource(name)
                .file()
                .map(path -> String.valueOf(path.getFileName()))
                .orElse(name.equals("-") ? "standard input" : name);
    }

    private String units() throws IOException {
        if (units == null) {
            throw new BadInputException("--at: found '" + at + "', expected --unit with it");
        }
        if (form == Form.TABLE) {
            throw new BadInputException("--unit prints JSON: found --format table, expected json or jsonl");
        }
        NetworkAnalysis model = read(names.get(0));
        Tensor tensor = at == null ? model.output() : TensorName.find(model, at);
        StringBuilder text = new StringBuilder();
        for (String unit : units) {
            List<Long> index = NumberList.parse("--unit", unit, 0, Long.MAX_VALUE);
            long[] position = index.stream().mapToLong(Long::longValue).toArray();
            try {
                text.append(AnalysisJson.unit(index, model.analysis().region(tensor, position)));
            } catch (GraphException failure) {
                throw new BadInputException("--unit " + unit + ": " + Exit.told(failure));
            }
        }
        return text.toString();
    }

    private NetworkAnalysis read(String name) {
        NetworkAnalysis model = models.read(name, console);
        if (!common.quiet) {
            model.notices().forEach(notice -> console.tell(Plain.message("note: " + model.name() + ": " + notice)));
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
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "json" -> Form.JSON;
            case "jsonl", "ndjson" -> Form.JSONL;
            case "table", "txt" -> Form.TABLE;
            default ->
                throw new BadInputException("-o: found '" + name
                        + "', whose extension is no format; expected --format table, json or jsonl");
        };
    }

    private Destination open() throws WriteException {
        return file == null ? Destination.standardOutput(console) : Destination.file(file, console);
    }

    private static void write(String text, Destination out) throws WriteException {
        out.write(new Bytes(text.length()).append(text));
    }
}
