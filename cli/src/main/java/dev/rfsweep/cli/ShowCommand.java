package dev.rfsweep.cli;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.options.CommonOptions;
import dev.rfsweep.cli.options.PictureOption;
import dev.rfsweep.cli.options.SpaceArgument;
import dev.rfsweep.cli.options.TextForm;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.emit.Keras;
import dev.rfsweep.internal.emit.PyTorch;
import dev.rfsweep.internal.notation.VariantName;
import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.notation.arch.Timm;
import dev.rfsweep.internal.report.text.VariantReport;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
final class ShowCommand extends ConsoleCommand {

    /** What can be shown instead of the overview. */
    enum Emit {
        ARCH,
        TIMM,
        PYTORCH,
        KERAS,
        JSON
    }

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
            description = "text or json (default: text), which is what --emit json gives, too.")
    private TextForm form;

    @Option(
            names = "--emit",
            paramLabel = "FORM",
            description = "Only the blocks (arch), their timm arch_def, code for pytorch or keras, or all as json.")
    private Emit emit;

    @Mixin
    private final PictureOption picture = new PictureOption();

    @Override
    public Integer call() throws IOException {
        if (form != null && emit != null && (form == TextForm.JSON) != (emit == Emit.JSON)) {
            throw new RfsweepException("--format and --emit ask for different forms; expected one of them");
        }
        if (picture.wanted() && names.size() > 1) {
            throw new RfsweepException("--svg draws one network: found " + names.size() + " variants");
        }
        picture.check(argument.inputs(), Optional.empty());
        Emit chosen = form == TextForm.JSON ? Emit.JSON : emit;
        Space space = argument.read(console).space();
        List<String> shown = new ArrayList<>();
        for (String name : names) {
            shown.add(shown(space, VariantName.id("ID", name, space), chosen));
        }
        Destination.print(joined(shown, chosen), console);
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
                ? described(space, id, variant).text(console.screen())
                : emitted(space, id, variant, chosen);
    }

    /** One variant as it is; several as a JSON array, a line each, or below each other. */
    private static String joined(List<String> shown, Emit chosen) {
        if (shown.size() > 1 && chosen == Emit.JSON) {
            return shown.stream().map(String::strip).collect(Collectors.joining(",\n", "[", "]\n"));
        }
        return String.join(chosen == Emit.ARCH || chosen == Emit.TIMM ? "" : "\n", shown);
    }

    private static String emitted(Space space, BigInteger id, Variant variant, Emit chosen) {
        String name = "Variant" + id;
        return switch (chosen) {
            case ARCH -> Arch.of(variant) + "\n";
            case TIMM -> Timm.of(space, variant) + "\n";
            case PYTORCH -> comment(variant) + PyTorch.of(space.network(variant), name);
            case KERAS -> comment(variant) + Keras.of(space.network(variant), name);
            case JSON -> described(space, id, variant).json() + "\n";
        };
    }

    private static VariantReport described(Space space, BigInteger id, Variant variant) {
        return VariantReport.of(space, id, Arch.of(variant), Failure::told);
    }

    /** Names the blocks that the code was written from. */
    private static String comment(Variant variant) {
        return "# " + Arch.of(variant) + "\n";
    }
}
