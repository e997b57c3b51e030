package dev.rfsweep.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import java.io.IOException;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exact field of the independent answers, which were found by brute force through real network code. */
class CasesTest {

    static Stream<CaseNet> chains() throws IOException {
        return CaseNet.all("chains.jsonl");
    }

    static Stream<CaseNet> graphs() throws IOException {
        return CaseNet.all("graphs.jsonl");
    }

    static Stream<CaseNet> published() throws IOException {
        return CaseNet.all("published_nets.jsonl");
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

    /** The figures that people know by heart, from the table of google-research/receptive_field. */
    @ParameterizedTest
    @CsvSource({
        "alexnet_v2-224, 195",
        "resnet_v1_101-224, 1027",
        "resnet_v1_152-321, 1507",
        "inception_v3-321, 1311",
        "inception_resnet_v2-224, 3039"
    })
    void publishedFigures(String name, long rf) throws IOException {
        CaseNet net = published()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
        Analysis analysis = Analysis.of(net.graph(), Gates.IGNORE);
        assertThat(analysis.view(CaseAnswers.tensor(analysis, net.output()), 0).rf())
                .isEqualTo(rf);
        assertThat(analysis.view(CaseAnswers.tensor(analysis, net.output()), 1).rf())
                .isEqualTo(rf);
    }

    /** The same from text. TF-Slim strides in the last block of a stage, torchvision in the first. */
    @ParameterizedTest
    @CsvSource({
        "2*cn_k3 mp_k2_s2 2*cn_k3 mp_k2_s2 3*cn_k3 mp_k2_s2 3*cn_k3 mp_k2_s2 3*cn_k3 mp_k2_s2, 212",
        "cn_k7_s2 mp_k3_s2 2*bt_k3 bt_k3_s2 3*bt_k3 bt_k3_s2 5*bt_k3 bt_k3_s2 3*bt_k3, 483",
        "cn_k7_s2 mp_k3_s2 3*bt_k3 bt_k3_s2 3*bt_k3 bt_k3_s2 5*bt_k3 bt_k3_s2 2*bt_k3, 427"
    })
    void publishedFiguresFromText(String text, long rf) {
        Space space = SpecParser.line(text).space();
        Graph graph = NetworkGraph.of(space.network(space.automaton().unrank(BigInteger.ZERO)));
        assertThat(Analysis.of(graph, Gates.IGNORE).view(graph.last(), 0).rf()).isEqualTo(rf);
    }

    @Test
    void theFilesHoldWhatTheyShould() throws IOException {
        assertThat(chains()).hasSize(100);
        assertThat(graphs()).hasSize(55);
        assertThat(published()).hasSize(13);
    }
}
