package dev.rfsweep.cli.options;

import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.internal.analysis.Findings;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.onnx.Assumption;
import dev.rfsweep.internal.onnx.Framework;
import dev.rfsweep.internal.onnx.ImportOptions;
import dev.rfsweep.internal.onnx.Layout;
import dev.rfsweep.internal.onnx.OnnxNetwork;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How one network is read and analysed. */
public final class ModelOptions {

    private static final Map<String, Assumption> ASSUMPTIONS =
            Map.of("identity", Assumption.IDENTITY, "global", Assumption.GLOBAL);

    @Option(
            names = "--gates",
            paramLabel = "WHAT",
            description = "ignore: fields are those without globally pooled branches (squeeze-excite, image pooling,"
                    + " statistics), with a note (default); follow: these see the whole input.")
    private Gates gates = Gates.IGNORE;

    @Mixin
    private final InputOptions given = new InputOptions();

    @Option(
            names = "--assume",
            paramLabel = "NAME=WHAT",
            description = "What an unknown operator of an ONNX file does, by the name of the node or of the operator:"
                    + " identity (position by position) or global (sees everything). Repeatable.")
    private List<String> assumptions = new ArrayList<>();

    @Option(
            names = "--input",
            paramLabel = "NAME",
            description = "The input of an ONNX file to measure in (default: the first that is a map).")
    private String input;

    @Option(
            names = "--layout",
            paramLabel = "WHERE",
            description = "Where the input of an ONNX file has its channels: channels_first, channels_last or auto"
                    + " (default: auto: channels_first, unless the file begins with moving them there).")
    private Layout layout;

    /**
     * Reads and analyses what {@code text} names.
     *
     * @throws RfsweepException when it is no network
     */
    public Findings read(String text, Console console) {
        SpaceSource source = new SpaceSource(text);
        Framework.of(text).ifPresent(framework -> {
            throw framework.advice(text);
        });
        return source.isOnnx() ? onnx(source) : text(source, console);
    }

    private Findings onnx(SpaceSource source) {
        Path file = source.file().orElseThrow(() -> new RfsweepException("no such file: " + source.text()));
        try {
            return OnnxNetwork.analyze(source.text(), file, onnxOptions(), gates);
        } catch (IOException failure) {
            throw source.unreadable(failure);
        }
    }

    private ImportOptions onnxOptions() {
        if (given.hasChannels()) {
            throw new RfsweepException("--channels is for spaces: an ONNX file says which channels it has");
        }
        Map<String, Assumption> said = new LinkedHashMap<>();
        for (String text : assumptions) {
            int equals = text.lastIndexOf('=');
            Assumption assumption = equals < 1 ? null : ASSUMPTIONS.get(text.substring(equals + 1));
            if (assumption == null || said.put(text.substring(0, equals), assumption) != null) {
                throw new RfsweepException("--assume: found '" + text + "', expected NAME=identity or NAME=global,"
                        + " with every name once");
            }
        }
        return new ImportOptions(
                given.given().sizes().stream().map(Integer::longValue).toList(),
                input == null ? "" : input,
                layout == null ? Layout.AUTO : layout,
                said);
    }

    private Findings text(SpaceSource source, Console console) {
        if (!assumptions.isEmpty() || input != null || layout != null) {
            String option = !assumptions.isEmpty() ? "--assume" : input != null ? "--input" : "--layout";
            throw new RfsweepException(option + " is for ONNX files: found " + source.text());
        }
        Space space = source.read(console, given.given()).space();
        if (!space.variants().equals(BigInteger.ONE)) {
            throw new RfsweepException(source.text() + ": found " + space.variants()
                    + " variants, expected one network; 'rfsweep show SPACE ID' shows one variant, and with --emit"
                    + " arch prints it as a space of its own");
        }
        Variant only = space.automaton().unrank(BigInteger.ZERO);
        return Findings.of(source.text(), space.network(only), gates);
    }
}
