package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is missing is said in words and as data; how it is typed is no business of the library. */
class RemedyTest {

    private static final Pattern OPTION = Pattern.compile("\"[^\"\\n]*--[a-z][^\"\\n]*\"");

    @Test
    void messagesOfBothRoomsNameNoOptions() throws IOException {
        for (String room : List.of("onnx", "analysis")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/rfsweep/internal", room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(OPTION);
                }
            }
        }
    }

    @Test
    void anOperatorThatIsNotKnownNeedsAMeaning() {
        byte[] file = new OnnxFile(13)
                .input("x", 1, 3, 8, 8)
                .node("Rexu", "x", "y")
                .output("y")
                .bytes();
        RfsweepException refused =
                catchThrowableOfType(RfsweepException.class, () -> OnnxNetwork.read("net", file, ImportOptions.NONE));
        assertThat(refused)
                .hasMessageContaining(
                        "does not know; to go on, assume identity or global for y (or Rexu for all of its kind)");
        assertThat(refused.remedy()).contains(new Remedy.OperatorMeaning("y", "Rexu"));
    }

    @Test
    void aPaddingThatDependsOnTheSizeNeedsIt() {
        GraphBuilder builder = new GraphBuilder(1);
        Tensor in = builder.input("x", 1, Size.UNKNOWN);
        Window window = new Window(3, 2, 1, Padding.Auto.SAME_UPPER);
        RfsweepException refused = catchThrowableOfType(
                RfsweepException.class, () -> builder.conv(OutputLabel.of("c", "Conv"), in, 1, List.of(window)));
        assertThat(refused).hasMessageEndingWith("which is unknown: give the size of the network's input");
        assertThat(refused.remedy()).contains(new Remedy.InputSize());
    }

    @Test
    void aRegionNeedsTheSize() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.input("x", 1, Size.UNKNOWN);
        Graph graph = builder.build();
        RfsweepException refused = catchThrowableOfType(
                RfsweepException.class, () -> Analysis.of(graph, Gates.IGNORE).region(graph.last(), 0));
        assertThat(refused.remedy()).contains(new Remedy.InputSize());
    }
}
