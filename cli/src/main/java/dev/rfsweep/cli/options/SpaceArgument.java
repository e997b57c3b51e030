package dev.rfsweep.cli.options;

import dev.rfsweep.cli.files.InputFiles;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.internal.notation.Spec;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The space a command is about. */
public final class SpaceArgument {

    @Parameters(
            index = "0",
            paramLabel = "SPACE",
            description = "A file (YAML or JSON), - for YAML on standard input, or stages in one line.")
    private String text;

    @Mixin
    private final InputOptions input = new InputOptions();

    public InputFiles inputs() {
        return InputFiles.of(List.of(text));
    }

    public Spec read(Console console) {
        return new SpaceSource(text).read(console, input.given());
    }
}
