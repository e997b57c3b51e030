package dev.rfsweep.cli.options;

import dev.rfsweep.internal.notation.GivenInput;
import picocli.CommandLine.Option;

/** Options that replace the input that a space describes. */
final class InputOptions {

    @Option(
            names = "--size",
            paramLabel = "N[xN...]",
            description =
                    "Size of the input, in place of that in the space: one for all axes, or one for each, joined by x:"
                            + " 224 or 224x160.")
    private String size;

    @Option(
            names = "--channels",
            paramLabel = "N",
            description = "Channels of the input, in place of those in the space (default: 3). They matter only if some"
                    + " block has a c.")
    private String channels;

    GivenInput given() {
        GivenInput given = size == null ? GivenInput.NONE : GivenInput.NONE.size("--size", size);
        return channels == null ? given : given.channels("--channels", channels);
    }

    boolean hasChannels() {
        return channels != null;
    }
}
