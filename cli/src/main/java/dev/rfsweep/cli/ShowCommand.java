package dev.rfsweep.cli;

import dev.rfsweep.output.Bytes;
import dev.rfsweep.space.Space;
import dev.rfsweep.space.Variant;
import dev.rfsweep.spec.Arch;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one variant. */
@Command(
        name = "show",
        description = "Show one variant: its blocks, its metrics and its layers.",
        footer = {"", "Examples:", "  rfsweep show space.yaml 4711", "  rfsweep show space.yaml 4711 --emit json"})
final class ShowCommand implements Callable<Integer> {

    /** What can be shown instead of the overview. */
    enum Emit {
        ARCH,
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
            description = "Only the blocks (arch), or all as json.")
    private Emit emit;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Space space = argument.read(console).space();
        BigInteger id = id(space);
        Variant variant = space.automaton().unrank(id);
        Bytes text = new Bytes(256);
        if (emit == Emit.ARCH) {
            text.append(Arch.of(variant)).append("\n");
        } else {
            Map<String, String> metrics = Metrics.of(space, id);
            VariantText shown = new VariantText(id, Arch.of(variant), metrics, LayerWalk.rows(space.network(variant)));
            text.append(emit == Emit.JSON ? shown.json() : shown.overview());
        }
        try (Destination out = Destination.standardOutput(console)) {
            out.write(text);
        }
        return Exit.OK;
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
