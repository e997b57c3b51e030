package dev.rfsweep.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.ImportOptions;
import dev.rfsweep.internal.onnx.Layout;
import dev.rfsweep.internal.onnx.OnnxNetwork;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ONNX file among the cases, at any size, is drawn so that it can be read, or refused with a reason. */
@Tag("slow")
class CasePicturesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    /** 0 is the size that the file says. */
    private static final long[] SIZES = {0, 1, 5, 32, 97, 224};

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(CASES)) {
            return all.filter(file -> file.toString().endsWith(".onnx"))
                    .map(CASES::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyCaseIsDrawnOrRefused(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(CASES.resolve(file));
        for (long size : SIZES) {
            String picture =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> drawn(file, bytes, size), "size " + size);
            if (picture.startsWith("<svg")) {
                assertThat(picture).as("size " + size).doesNotContain("NaN", "Infinity", "=\"-");
                assertThat(picture.length()).isLessThan(150_000);
                Drawn.of(picture).requireReadable();
            } else {
                assertThat(picture).startsWith("nothing to draw: ");
            }
        }
    }

    /** The picture, or why there is none. What has no analysis at that size is no matter of pictures. */
    private static String drawn(Path file, byte[] bytes, long size) {
        Analysis analysis;
        Tensor output;
        try {
            List<Long> sizes = size == 0 ? List.of() : List.of(size);
            OnnxNetwork network =
                    OnnxNetwork.read("" + file, bytes, new ImportOptions(sizes, "", Layout.AUTO, Map.of()));
            analysis = Analysis.of(network.graph(), Gates.IGNORE);
            output = network.graph().find(network.outputs().get(0)).orElseThrow();
        } catch (OnnxException | GraphException unread) {
            return "nothing to draw: " + unread.getMessage();
        }
        try {
            return Picture.of("" + file, analysis, output);
        } catch (GraphException nothing) {
            return nothing.getMessage();
        }
    }
}
