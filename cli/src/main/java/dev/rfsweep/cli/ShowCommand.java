package dev.rfsweep.cli;

import dev.rfsweep.emit.Keras;
import dev.rfsweep.emit.PyTorch;
import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.Gates;
import dev.rfsweep.network.NetworkGraph;
import dev.rfsweep.output.Bytes;
import dev.rfsweep.space.Space;
import dev.rfsweep.space.Variant;
import dev.rfsweep.spec.Arch;
import dev.rfsweep.spec.Timm;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one variant. */
@Command(
        name = "show",
        description = "Show one variant: its blocks, its metrics and its layers.",
        footer = {
            "",
            "Examples:",
            "  rfsweep show space.yaml 4711",
            "  rfsweep show space.yaml 4711 --emit json",
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

    @Parameters(index = "1", paramLabel = "ID", description = "Which variant.")
    private String text;

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
        picture.check(argument.inputs(), Optional.empty());
        Space space = argument.read(console).space();
        BigInteger id = id(space);
        Variant variant = space.automaton().unrank(id);
        String shown = emit == null ? described(space, id, variant).overview() : emitted(space, id, variant);
        if (picture.wanted()) {
            Analysis analysis = Analysis.of(NetworkGraph.of(space.network(variant)), Gates.IGNORE);
            picture.draw(Arch.of(variant), analysis, analysis.graph().last(), console);
        }
        try (Destination out = Destination.standardOutput(console)) {
            out.write(new Bytes(shown.length()).append(shown));
        }
        return Exit.OK;
    }

    private String emitted(Space space, BigInteger id, Variant variant) throws IOException {
        String name = "Variant" + id;
        return switch (emit) {
            case ARCH -> Arch.of(variant) + "\n";
            case TIMM -> Timm.of(space, variant) + "\n";
            case PYTORCH -> comment(variant) + PyTorch.of(space.network(variant), name);
            case KERAS -> comment(variant) + Keras.of(space.network(variant), name);
            case JSON -> described(space, id, variant).json();
        };
    }

    private static VariantText described(Space space, BigInteger id, Variant variant) throws IOException {
        Map<String, String> metrics = Metrics.of(space, id);
        return new VariantText(id, Arch.of(variant), metrics, VariantLayers.of(space.network(variant)));
    }

    /** Code does not tell which blocks it came from. */
    private static String comment(Variant variant) {
        return "# " + Arch.of(variant) + "\n";
    }

    private BigInteger id(Space space) {
        boolean number = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || text.isEmpty() || new BigInteger(text).compareTo(space.variants()) >= 0) {
            BigInteger last = space.variants().subtract(BigInteger.ONE);
            throw new BadInputException("ID: found '" + text + "', expected 0.." + last);
        }
        return new BigInteger(text);
    }
}
