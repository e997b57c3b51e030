package dev.rfsweep.cli.options;

import dev.rfsweep.cli.files.Destination;
import dev.rfsweep.cli.files.InputFiles;
import dev.rfsweep.cli.files.WriteException;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.report.Picture;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option to draw a network as well. */
public final class PictureOption {

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Also draw how the field grows from layer to layer, as SVG in FILE.")
    private Path file;

    public boolean wanted() {
        return file != null;
    }

    /**
     * To be called before anything is read.
     *
     * @param others where else the command writes
     */
    public void check(InputFiles inputs, Optional<Path> others) throws WriteException {
        if (file == null) {
            return;
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw new RfsweepException("--svg: found '" + file + "', expected a name that ends in .svg");
        }
        inputs.refuse("--svg", file);
        if (others.isPresent()) {
            new InputFiles(List.of(others.get())).refuse("--svg", file, "is also the file of -o");
        }
    }

    /** Draws the layers that lead to {@code output}, if a picture is wanted. */
    public void draw(String title, Analysis analysis, Tensor output, Console console) throws IOException {
        if (file == null) {
            return;
        }
        String picture = Picture.of(title, analysis, output);
        try (Destination out = Destination.file(file, console)) {
            out.write(picture);
            out.commit();
        }
    }
}
