package dev.rfsweep.cli;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.report.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether one network is drawn as well. */
final class PictureOption {

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Also draw how the field grows from layer to layer, as SVG in FILE.")
    private Path file;

    boolean wanted() {
        return file != null;
    }

    /**
     * To be called before anything is read.
     *
     * @param others where else the command writes
     */
    void check(InputFiles inputs, Optional<Path> others) throws WriteException {
        if (file == null) {
            return;
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw new BadInputException("--svg: found '" + file + "', expected a name that ends in .svg");
        }
        inputs.refuse("--svg", file);
        if (others.isPresent()) {
            new InputFiles(List.of(others.get())).refuse("--svg", file, "is also the file of -o");
        }
    }

    /** Draws the layers that lead to {@code output}, if a picture is wanted. */
    void draw(String title, Analysis analysis, Tensor output, Console console) throws IOException {
        if (file == null) {
            return;
        }
        String picture = Picture.of(title, analysis, output);
        try (Destination out = Destination.file(file, console)) {
            out.write(new Bytes(picture.length()).append(picture));
            out.commit();
        }
    }
}
