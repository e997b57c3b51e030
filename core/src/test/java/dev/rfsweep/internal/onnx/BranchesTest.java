package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Note;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.internal.oracle.Cases;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.Size;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches in ONNX files: which are gates or statistics, which count, and how they are spelled. */
class BranchesTest {

    private static OnnxNetwork read(String file, Long... size) {
        return OnnxNetwork.read(
                file, CaseFiles.of("branches/" + file), ImportOptions.NONE.withSize(Arrays.asList(size)));
    }

    private static Tensor find(OnnxNetwork network, String name) {
        return network.graph().find(name).orElseThrow();
    }

    private static List<Integer> along(Region region, int axis) {
        return List.of((int) region.lo(axis), (int) region.hi(axis), (int) region.count(axis));
    }

    private static List<String> notes(OnnxNetwork network, Tensor tensor) {
        return Analysis.of(network.graph(), Gates.IGNORE).notes(tensor).stream()
                .map(Note::text)
                .toList();
    }

    /** Single units as a run time showed them when single pixels were changed. */
    @Test
    void unitsAsARunTimeShowsThem() throws IOException {
        int compared = 0;
        for (String line : Cases.lines("branches/units.jsonl").toList()) {
            Map<?, ?> answer = (Map<?, ?>) Cases.json(line);
            OnnxNetwork network = read((String) answer.get("model"));
            Analysis analysis = Analysis.of(network.graph(), Gates.IGNORE);
            for (Object row : (List<?>) answer.get("units")) {
                Map<?, ?> unit = (Map<?, ?>) row;
                long[] at = ((List<?>) unit.get("unit"))
                        .stream().mapToLong(index -> (Integer) index).toArray();
                Region region = analysis.region(find(network, (String) answer.get("at")), at);
                for (int axis = 0; axis < at.length; axis++) {
                    assertThat(along(region, axis))
                            .as("%s, unit %s", answer.get("model"), unit.get("unit"))
                            .isEqualTo(List.of(
                                    ((List<?>) unit.get("lo")).get(axis),
                                    ((List<?>) unit.get("hi")).get(axis),
                                    ((List<?>) unit.get("count")).get(axis)));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(10);
    }

    @ParameterizedTest(name = "size {0}")
    @ValueSource(longs = {16, 32, 64, 224})
    void aNetworkHasOneFieldAtAnySize(long size) {
        OnnxNetwork network = read("unet-same-d4-nearest.onnx", size);
        Analysis analysis = Analysis.of(network.graph(), Gates.IGNORE);
        Tensor last = network.graph().last();
        assertThat(List.of(analysis.view(last, 0).rf(), analysis.view(last, 0).rfMin()))
                .containsExactly(204L, 188L);
        assertThat(analysis.notes(last)).isEmpty();
    }

    @Test
    void aBranchReducedAlongOneAxisCountsAlongTheOther() {
        OnnxNetwork strip = read("expand_1x8.onnx");
        Analysis analysis = Analysis.of(strip.graph(), Gates.IGNORE);
        Region region = analysis.region(find(strip, "y"), 2, 3);
        assertThat(along(region, 0)).containsExactly(2, 2, 1);
        assertThat(along(region, 1)).containsExactly(2, 4, 3);
        assertThat(notes(strip, find(strip, "y")))
                .containsExactly("left out: the branch 'q' into 'y', which is one value along h (a gate)");
        OnnxNetwork coordinates = read("coordatt.onnx");
        analysis = Analysis.of(coordinates.graph(), Gates.IGNORE);
        region = analysis.region(find(coordinates, "y"), 3, 4);
        assertThat(along(region, 0)).containsExactly(0, 6, 7);
        assertThat(along(region, 1)).containsExactly(3, 5, 3);
        Region followed = Analysis.of(coordinates.graph(), Gates.FOLLOW).region(find(coordinates, "y"), 3, 4);
        assertThat(along(followed, 1)).containsExactly(0, 7, 8);
    }

    /** Coordinate attention: strips of rows and of columns, side by side for one convolution, and then apart again. */
    private static OnnxFile strips() {
        return convolved()
                .weights("v", 4, 4, 1, 1)
                .node("ReduceMean", "m", "tall", Map.of("axes", List.of(3)))
                .node("ReduceMean", "m", "wide", Map.of("axes", List.of(2)))
                .node("Transpose", "wide", "turned", Map.of("perm", List.of(0, 1, 3, 2)))
                .node("Concat", "tall turned", "both", Map.of("axis", 2))
                .node("Conv", "both v", "c")
                .integers("halves", 16, 16)
                .node("Split", "c halves", "h ww", Map.of("axis", 2))
                .node("Transpose", "ww", "w1", Map.of("perm", List.of(0, 1, 3, 2)))
                .node("Mul", "m h", "mh")
                .node("Mul", "mh w1", "y");
    }

    @Test
    void axesSideBySideInOneDimensionAreTold() {
        OnnxNetwork network = strips().network();
        assertThat(notes(network, find(network, "both")))
                .contains("dimension 2 holds h of one input and w of 'turned':"
                        + " along w a unit counts as seeing all of that input");
        assertThat(Analysis.of(network.graph(), Gates.IGNORE)
                        .view(find(network, "both"), 1)
                        .kind())
                .isEqualTo(AxisView.Kind.GLOBAL);
        assertThat(notes(network, find(network, "y")))
                .containsExactly("dimension 3 holds w of one input and h of 'w1':"
                        + " along h a unit counts as seeing all of that input");
    }

    @Test
    void aGroupNormalisationSpelledWithReshapesHasStatistics() {
        OnnxNetwork network = read("gn_residual.onnx");
        Tensor last = network.graph().last();
        Analysis analysis = Analysis.of(network.graph(), Gates.IGNORE);
        assertThat(analysis.view(last, 0).rf()).isEqualTo(7);
        assertThat(analysis.view(last, 1).rf()).isEqualTo(7);
        assertThat(Analysis.of(network.graph(), Gates.FOLLOW).global(last)).isTrue();
        assertThat(network.graph().tensors().stream().flatMap(tensor -> analysis.notes(tensor).stream()))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.kind()).isEqualTo(Note.Kind.STATISTICS);
                    assertThat(note.text())
                            .startsWith("left out: the branch '")
                            .endsWith(
                                    "' into '/n/InstanceNormalization', which is one value for the whole map (statistics)");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceil_MaxPool_18.onnx", "ceil_MaxPool_22.onnx"})
    void aLastWindowInThePaddingIsDroppedInEveryVersion(String file) {
        OnnxNetwork network = read(file);
        assertThat(find(network, "y").shape().units(0)).isEqualTo(6);
    }

    @Test
    void aMatMulOverAnAxisKeepsItsSize() {
        OnnxNetwork network = read("f500321.onnx");
        assertThat(network.graph().tensors().stream()
                        .map(tensor -> tensor.shape().units(0)))
                .containsSequence(2L, 3L, 4L);
        assertThat(Analysis.of(network.graph(), Gates.IGNORE)
                        .global(network.graph().last()))
                .isTrue();
    }

    /** Weights over flattened positions, as in MLP-Mixer: as many come out, so they are positions again. */
    @Test
    void aMatMulOverFlattenedAxesKeepsTheirSizes() {
        OnnxNetwork network = convolved()
                .integers("flat", 1, 4, 256)
                .weights("v", 256, 256)
                .node("Reshape", "m flat", "f")
                .node("MatMul", "f v", "y")
                .network();
        assertThat(find(network, "y").shape().units(0)).isEqualTo(16);
        assertThat(find(network, "y").shape().units(1)).isEqualTo(16);
    }

    /** A size of one stands for any other, and for one that is not known. */
    @Test
    void theFactorsOfAProductAreBroadcast() {
        OnnxNetwork known = new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .weights("w", 1, 1, 16, 8)
                .node("MatMul", "x w", "y")
                .network();
        assertThat(find(known, "y").shape().sizes()).containsExactly(1, 4, 16, 8);
        OnnxNetwork open = new OnnxFile(13)
                .input("x", 1, 4, -1, 16)
                .weights("w", 1, 1, 16)
                .node("Einsum", "x w", "y", Map.of("equation", "nchw,nhw->nchw"))
                .network();
        assertThat(find(open, "y").shape().sizes()).containsExactly(1, 4, Size.UNKNOWN, 16);
    }

    private static OnnxFile convolved() {
        return new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .weights("w", 4, 4, 3, 3)
                .node("Conv", "x w", "m", Map.of("pads", List.of(1, 1, 1, 1)));
    }

    private static final Map<String, ?> SPACE = Map.of("axes", List.of(2, 3));

    private static OnnxFile squeezed(OnnxFile file, String join) {
        return file.weights("v", 4, 4, 1, 1)
                .node("GlobalAveragePool", "m", "p")
                .node("Conv", "p v", "c")
                .node("Sigmoid", "c", "s")
                .node(join, "m s", "y");
    }

    private static OnnxFile normalised() {
        return convolved()
                .reals("two", 2)
                .reals("small", 0.001f)
                .node("ReduceMean", "m", "mean", SPACE)
                .node("Sub", "m mean", "d")
                .node("Pow", "d two", "dd")
                .node("ReduceMean", "dd", "var", SPACE)
                .node("Add", "var small", "e")
                .node("Sqrt", "e", "r")
                .node("Div", "d r", "y");
    }

    /** As the function body of GroupNormalization has it. */
    private static OnnxFile grouped() {
        return convolved()
                .integers("groups", 0, 2, -1)
                .integers("shape", 1, 4, 16, 16)
                .node("Reshape", "m groups", "g")
                .node("ReduceMean", "g", "mean", Map.of("axes", List.of(2)))
                .node("Sub", "g mean", "d")
                .node("ReduceL2", "d", "r", Map.of("axes", List.of(2)))
                .node("Div", "d r", "n")
                .node("Reshape", "n shape", "y");
    }

    private static OnnxFile pooledAttention() {
        return convolved()
                .integers("flat", 1, 4, 256)
                .integers("one", 1, 4, 1, 1)
                .weights("k", 1, 4)
                .node("Reshape", "m flat", "f")
                .node("MatMul", "k f", "q")
                .node("Softmax", "q", "a", Map.of("axis", -1))
                .node("Transpose", "a", "t", Map.of("perm", List.of(0, 2, 1)))
                .node("MatMul", "f t", "c")
                .node("Reshape", "c one", "b")
                .node("Add", "m b", "y");
    }

    static Stream<Arguments> branches() {
        String kept = "[1, 4, 16, 16] rf 3 stride 1 start -1";
        String global = "[1, 4, 16, 16] global";
        return Stream.of(
                Arguments.of("squeeze-excite", squeezed(convolved(), "Mul"), kept, global),
                Arguments.of("an added gate", squeezed(convolved(), "Add"), kept, global),
                Arguments.of(
                        "layer normalisation over channels and space",
                        convolved().node("LayerNormalization", "m w", "y", Map.of("axis", 1)),
                        kept,
                        global),
                Arguments.of("instance normalisation spelled out", normalised(), kept, global),
                Arguments.of("group normalisation spelled out", grouped(), kept, global),
                Arguments.of(
                        "softmax over space spelled out",
                        convolved()
                                .node("ReduceMax", "m", "top", SPACE)
                                .node("Sub", "m top", "d")
                                .node("Exp", "d", "e")
                                .node("Cast", "e", "f")
                                .node("ReduceSum", "f", "s", SPACE)
                                .node("Div", "e s", "y"),
                        global,
                        global),
                Arguments.of(
                        "log-softmax over space spelled out",
                        convolved().node("ReduceLogSumExp", "m", "s", SPACE).node("Sub", "m s", "y"),
                        global,
                        global),
                Arguments.of("a context pooled by attention", pooledAttention(), global, global));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("branches")
    void leftOutByDefaultAndFollowed(String name, OnnxFile file, String ignored, String followed) {
        OnnxNetwork network = file.network();
        assertThat(OperatorFiles.summary(network, Gates.IGNORE)).as(name).isEqualTo(ignored);
        assertThat(OperatorFiles.summary(network, Gates.FOLLOW)).as(name).isEqualTo(followed);
    }

    @Test
    void statisticsAreCalledSoHoweverSpelled() {
        for (OnnxFile file : List.of(normalised(), grouped())) {
            OnnxNetwork network = file.network();
            Analysis analysis = Analysis.of(network.graph(), Gates.IGNORE);
            assertThat(network.graph().tensors().stream().flatMap(tensor -> analysis.notes(tensor).stream()))
                    .hasSize(2)
                    .allSatisfy(note -> assertThat(note.kind()).isEqualTo(Note.Kind.STATISTICS));
        }
    }

    @Test
    void flatteningAMapIsTold() {
        OnnxNetwork network = new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .node("Flatten", "x", "y")
                .network();
        assertThat(notes(network, find(network, "y")))
                .containsExactly("positions are not followed from [1, 4, 16, 16] to [1, 1024]:"
                        + " a unit counts as seeing all of them");
        OnnxNetwork pooled = new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .node("GlobalAveragePool", "x", "p")
                .node("Flatten", "p", "y")
                .network();
        assertThat(notes(pooled, find(pooled, "y"))).isEmpty();
    }
}
