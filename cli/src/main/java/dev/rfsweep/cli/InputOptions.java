package dev.rfsweep.cli;

import dev.rfsweep.internal.notation.GivenInput;
import picocli.CommandLine.Option;

/** What the input is, whatever the space says. */
final class InputOptions {

    @Option(
            names = "--size",
            paramLabel = "N[xN...]",
            description =
                    "Size of the input instead of what is written: one for all axes, or one for each, joined by x:"
                            + " 224 or 224x160.")
    private String size;

    @Option(
            names = "--channels",
            paramLabel = "N",
            description =
                    "Channels of the input instead of what is written (default: 3). They matter where some block has"
                            + " a c.")
    private String channels;

    GivenInput given() {
        GivenInput given = size == null ? GivenInput.NONE : GivenInput.NONE.size("--size", size);
        return channels == null ? given : given.channels("--channels", channels);
    }

    boolean hasChannels() {
        return channels != null;
    }
}
