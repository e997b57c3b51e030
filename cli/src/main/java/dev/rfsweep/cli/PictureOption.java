package dev.rfsweep.cli;

import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.Tensor;
import dev.rfsweep.output.Bytes;
import dev.rfsweep.report.Picture;
import java.io.IOException;
import java.nio.file.Path;
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

    /** Draws the layers that lead to {@code output}, if a picture is wanted. */
    void draw(String title, Analysis analysis, Tensor output) throws IOException {
        if (file == null) {
            return;
        }
        String picture = Picture.of(title, analysis, output);
        try (Destination out = Destination.file(file)) {
            out.write(new Bytes(picture.length()).append(picture));
            out.commit();
        }
    }
}
