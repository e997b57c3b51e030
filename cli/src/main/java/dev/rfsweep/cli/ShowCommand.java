package dev.rfsweep.cli;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Gates;
import dev.rfsweep.internal.analysis.Graph;
import dev.rfsweep.internal.analysis.NetworkGraph;
import dev.rfsweep.internal.emit.Keras;
import dev.rfsweep.internal.emit.PyTorch;
import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.notation.arch.Timm;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows variants. */
@Command(
        name = "show",
        description = "Show variants: their blocks, metrics and layers.",
        footer = {
            "",
            "Examples:",
            "  rfsweep show space.yaml 4711 4712",
            "  rfsweep show space.yaml 'cn_k3_s2 2*cn_k5'",
            "  rfsweep show space.yaml 4711 --format json",
            "  rfsweep show space.yaml 4711 --emit pytorch > net.py",
            "  rfsweep show space.yaml 4711 --svg net.svg"
        })
final class ShowCommand implements Callable<Integer> {

    /** What can be shown instead of the overview. */
    enum Emit {
        ARCH,
        TIMM,
        PYTORCH,
        KERAS,
        JSON;

        /** Reads the option. */
        static final class Converter extends LowerCase<Emit> {
            Converter() {
                super(Emit.class);
            }
        }
    }

    private final Console console;

    @Mixin
    private final SpaceArgument argument = new SpaceArgument();

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ID|ARCH",
            description = "Which variants: ids, or the text that other commands print as arch, in quotes.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = TextForm.Converter.class,
            description = "text or json (default: text), which is what --emit json gives, too.")
    private TextForm form;

    @Option(
            names = "--emit",
            paramLabel = "FORM",
            converter = Emit.Converter.class,
            description = "Only the blocks (arch), their timm arch_def, code for pytorch or keras, or all as json.")
    private Emit emit;

    @Mixin
    private final PictureOption picture = new PictureOption();

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (form != null && emit != null && (form == TextForm.JSON) != (emit == Emit.JSON)) {
            throw new BadInputException("--format and --emit ask for different forms; expected one of them");
        }
        if (picture.wanted() && names.size() > 1) {
            throw new BadInputException("--svg draws one network: found " + names.size() + " variants");
        }
        picture.check(argument.inputs(), Optional.empty());
        Emit chosen = form == TextForm.JSON ? Emit.JSON : emit;
        Space space = argument.read(console).space();
        List<String> shown = new ArrayList<>();
        for (String name : names) {
            shown.add(shown(space, VariantName.id(name, space), chosen));
        }
        String text = joined(shown, chosen);
        try (Destination out = Destination.standardOutput(console)) {
            out.write(new Bytes(text.length()).append(text));
        }
        return Exit.OK;
    }

    private String shown(Space space, BigInteger id, Emit chosen) throws IOException {
        Variant variant = space.automaton().unrank(id);
        if (picture.wanted()) {
            Graph graph = NetworkGraph.of(space.network(variant));
            Analysis analysis = Analysis.of(graph, Gates.IGNORE);
            picture.draw(Arch.of(variant), analysis, analysis.graph().last(), console);
        }
        return chosen == null
                ? described(space, id, variant).overview(console.screen())
                : emitted(space, id, variant, chosen);
    }

    /** One variant as it is; several as a JSON array, a line each, or below each other. */
    private static String joined(List<String> shown, Emit chosen) {
        if (shown.size() > 1 && chosen == Emit.JSON) {
            return shown.stream().map(String::strip).collect(Collectors.joining(",\n", "[", "]\n"));
        }
        return String.join(chosen == Emit.ARCH || chosen == Emit.TIMM ? "" : "\n", shown);
    }

    private static String emitted(Space space, BigInteger id, Variant variant, Emit chosen) throws IOException {
        String name = "Variant" + id;
        return switch (chosen) {
            case ARCH -> Arch.of(variant) + "\n";
            case TIMM -> Timm.of(space, variant) + "\n";
            case PYTORCH -> comment(variant) + PyTorch.of(space.network(variant), name);
            case KERAS -> comment(variant) + Keras.of(space.network(variant), name);
            case JSON -> described(space, id, variant).json();
        };
    }

    private static VariantReport described(Space space, BigInteger id, Variant variant) throws IOException {
        Map<String, String> metrics = Metrics.of(space, id);
        return new VariantReport(id, Arch.of(variant), metrics, VariantLayers.of(space, variant));
    }

    /** Code does not tell which blocks it came from. */
    private static String comment(Variant variant) {
        return "# " + Arch.of(variant) + "\n";
    }
}
