package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.CaseAnswers;
import dev.rfsweep.internal.analysis.CaseNet;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The independent answers again, from ONNX files of the same networks. */
class SpecFilesTest {

    private static Stream<CaseNet> files(String answers) throws IOException {
        return CaseNet.all(answers).filter(SpecFilesTest::hasFile).map(net -> {
            byte[] file = CaseFiles.of(path(net));
            return net.readBy(size -> OnnxNetwork.read(
                            net + ".onnx",
                            file,
                            ImportOptions.NONE.withSize(
                                    Arrays.stream(size).boxed().toList()))
                    .graph());
        });
    }

    private static String path(CaseNet net) {
        return "onnx_spec/" + net + ".onnx";
    }

    private static boolean hasFile(CaseNet net) {
        return SpecFilesTest.class.getResource("/cases/" + path(net)) != null;
    }

    static Stream<CaseNet> chains() throws IOException {
        return files("chains.jsonl");
    }

    static Stream<CaseNet> graphs() throws IOException {
        return files("graphs.jsonl");
    }

    static Stream<CaseNet> published() throws IOException {
        return files("published_nets.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void everyLayerOfAChain(CaseNet net) {
        CaseAnswers.chainAgrees(net);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void everyTensorOfAGraph(CaseNet net) {
        CaseAnswers.graphAgrees(net);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void everyEndpointOfPublishedNetworks(CaseNet net) {
        CaseAnswers.endpointsAgree(net);
    }

    @Test
    void noFileIsForgotten() throws IOException {
        assertThat(chains()).hasSize(100);
        assertThat(graphs()).hasSize(55);
        assertThat(published()).hasSize(7);
    }
}
