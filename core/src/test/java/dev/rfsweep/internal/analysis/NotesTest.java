package dev.rfsweep.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.regions.Profile;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.Size;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about a network beside its numbers. */
class NotesTest {

    private static Analysis text(String stages, Gates gates, String size) {
        String yaml = "input: {" + size + "}\nstages: [" + stages + "]";
        Space space = SpecParser.text("text", yaml, false).space();
        return Analysis.of(NetworkGraph.of(space.network(space.automaton().unrank(BigInteger.ZERO))), gates);
    }

    private static List<Note> notes(Analysis analysis, String tensor) {
        return analysis.notes(analysis.graph().find(tensor).orElseThrow());
    }

    private static AxisView last(Analysis analysis) {
        return analysis.view(analysis.graph().last(), 0);
    }

    @Test
    void aGateIsLeftOutAndToldOrFollowed() {
        String net = "cn_k3_s2_c8, ir_k3_e2_se0.25_c8";
        Analysis ignored = text(net, Gates.IGNORE, "size: 32, channels: 3");
        assertThat(last(ignored).rf()).isEqualTo(7);
        assertThat(notes(ignored, "block2.gate3.mul"))
                .singleElement()
                .extracting(Note::kind)
                .isEqualTo(Note.Kind.GATE);
        Analysis followed = text(net, Gates.FOLLOW, "size: 32, channels: 3");
        assertThat(followed.global(followed.graph().last())).isTrue();
        assertThat(notes(followed, "block2.gate3.mul")).isEmpty();
    }

    @Test
    void pooledBranchesWithoutATrunkAreNoGates() {
        GraphBuilder builder = new GraphBuilder(1);
        Tensor x = builder.input("x", 1, 8);
        Tensor mean = builder.reduce(OutputLabel.of("mean", "ReduceMean"), x, true, 2);
        Tensor most = builder.reduce(OutputLabel.of("most", "ReduceMax"), x, true, 2);
        Tensor sum = builder.pointwise(OutputLabel.of("sum", "Add"), mean, most);
        Analysis analysis = Analysis.of(builder.build(), Gates.IGNORE);
        assertThat(analysis.global(sum)).isTrue();
        assertThat(analysis.notes(sum)).isEmpty();
    }

    /** The axes share their work only where nothing tells them apart: neither the windows nor the number of units. */
    @Test
    void axesThatDifferAreAnalysedApart() {
        Analysis narrow = text("cn_k3x1, cn_k1x5", Gates.IGNORE, "size: 32");
        Tensor first = narrow.graph().find("conv1").orElseThrow();
        assertThat(narrow.view(first, 0).rf()).isEqualTo(3);
        assertThat(narrow.view(first, 1).rf()).isEqualTo(1);
        GraphBuilder builder = new GraphBuilder(2);
        Tensor x = builder.input("x", 1, 9, 12);
        Read every = new Slide(1, 2, 1, 0);
        Tensor coarse = builder.local(OutputLabel.of("coarse", "Conv"), x, 1, List.of(every, every), 5, 6);
        Tensor fine = builder.local(OutputLabel.of("fine", "Crop"), x, 1, List.of(Slide.SAME, Slide.SAME), 5, 6);
        Tensor sum = builder.pointwise(OutputLabel.of("sum", "Add"), coarse, fine);
        Analysis analysis = Analysis.of(builder.build(), Gates.IGNORE);
        assertThat(analysis.view(sum, 0).phases()).hasSize(5);
        assertThat(analysis.view(sum, 1).phases()).hasSize(6);
    }

    @Test
    void branchesWithDifferentCentresAreNotAligned() {
        Analysis analysis = text("cn_k3_c8, bb_k3_padvalid_c8", Gates.IGNORE, "size: 32, channels: 3");
        assertThat(notes(analysis, "block2.add")).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.NOT_ALIGNED);
            assertThat(note.text())
                    .isEqualTo("node 'block2.add' merges paths that are not aligned: the centres of"
                            + " 'block2.conv2' and 'conv1' are 2.0 px apart (along h, w)");
        });
    }

    @Test
    void branchesOfDifferentStrideAreToldUnitByUnit() {
        GraphBuilder builder = new GraphBuilder(1);
        Tensor x = builder.input("x", 1, 9);
        Tensor fine = builder.local(OutputLabel.of("fine", "Crop"), x, 1, List.of(Slide.SAME), 5);
        Tensor coarse = builder.local(OutputLabel.of("coarse", "Conv"), x, 1, List.of(new Slide(1, 2, 1, 0)), 5);
        Tensor sum = builder.pointwise(OutputLabel.of("sum", "Add"), fine, coarse);
        Tensor next = builder.local(OutputLabel.of("next", "Conv"), sum, 1, List.of(new Slide(3, 1, 1, 1)), 5);
        Analysis analysis = Analysis.of(builder.build(), Gates.IGNORE);
        AxisView view = analysis.view(sum, 0);
        assertThat(view.strideDen()).isZero();
        assertThat(List.of(view.rf(), view.rfMin(), view.coverage())).containsExactly(5L, 1L, 2L);
        assertThat(analysis.notes(sum))
                .extracting(Note::text)
                .containsExactly(
                        "node 'sum' merges paths of different effective stride, so units are not alike: 1 through"
                                + " 'fine', 2 through 'coarse' (along w)");
        assertThat(analysis.view(next, 0).phases()).hasSize(5);
        assertThat(analysis.view(next, 0).rf()).isEqualTo(7);
        assertThat(analysis.notes(next)).isEmpty();
    }

    @Test
    void sizesMayBeUnknownWhereNothingDependsOnThem() {
        Analysis analysis = text("cn_k7_s2, mp_k3_s2, 2*bb_k3", Gates.IGNORE, "rank: 2");
        assertThat(last(analysis).rf()).isEqualTo(43);
        assertThat(analysis.graph().last().shape().units(0)).isEqualTo(Size.UNKNOWN);
        assertThatThrownBy(() -> analysis.region(analysis.graph().last(), 0, 0))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("give the size of the network's input");
        assertThatThrownBy(() -> text("cn_k3_s2_padsame_upper", Gates.IGNORE, "rank: 2"))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("the padding of node 'conv1' (Conv) depends on the size of its input");
    }

    @Test
    void aFieldThatDoesNotFitIsRefused() {
        GraphBuilder builder = new GraphBuilder(1);
        Tensor at = builder.input("x", 1, Size.UNKNOWN);
        for (int layer = 0; layer < 3; layer++) {
            Read wide = new Slide(1L << 31, 1L << 31, 1, 0);
            at = builder.local(OutputLabel.of("conv" + layer, "Conv"), at, 1, List.of(wide), Size.UNKNOWN);
        }
        Graph graph = builder.build();
        assertThatThrownBy(() -> Analysis.of(graph, Gates.IGNORE))
                .isInstanceOf(GraphException.class)
                .hasMessage("the receptive field of conv2 along w does not fit into 64 bits");
    }

    /** Such numbers come from broken files. They must cost no time: neither direction tries every tap. */
    @Test
    void aKernelBeyondAllReasonIsNotFollowed() {
        GraphBuilder builder = new GraphBuilder(1);
        Tensor x = builder.input("x", 1, 9);
        Read huge = new Slide(1L << 40, 2, 3, 1L << 41);
        Tensor conv = builder.local(OutputLabel.of("huge", "Conv"), x, 1, List.of(huge), 5);
        Analysis analysis = Analysis.of(builder.build(), Gates.IGNORE);
        assertThat(analysis.view(conv, 0).kind()).isEqualTo(AxisView.Kind.UNKNOWN);
        assertThat(analysis.notes(conv))
                .extracting(Note::text)
                .containsExactly("node 'huge' has too many different units"
                        + " or taps for what they see to be followed (along w)");
        assertThat(analysis.region(conv, 1).count()).isEqualTo(3);
    }

    @Test
    void aUnitOutsideItsTensorIsRefused() {
        Analysis analysis = text("cn_k3_s2", Gates.IGNORE, "size: 9");
        assertThatThrownBy(() -> analysis.region(analysis.graph().last(), 0, 5))
                .isInstanceOf(GraphException.class)
                .hasMessage("unit 5 along w is outside conv1, which has units 0 to 4");
    }

    @Test
    void adviceNamesLayersThatSeeNothingNew() {
        Analysis analysis = text("4*cn_k3_s2, cn_k1, cn_k3", Gates.IGNORE, "size: 28");
        assertThat(Adviser.advise(analysis))
                .extracting(advice -> advice.kind() + " " + advice.tensor().name())
                .containsExactly("UNPRODUCTIVE conv6");
        assertThat(Adviser.usefulSizes(analysis, 0)).contains(new Adviser.UsefulSizes(32, 63));
        assertThat(Adviser.advise(text("4*cn_k3_s2, cn_k1, cn_k3", Gates.IGNORE, "size: 32")))
                .isEmpty();
    }

    /** Behind attention size means nothing; a pooled head or branch is no map. */
    @Test
    void noSizesAreNamedWhereAMapIsGlobal() {
        GraphBuilder builder = new GraphBuilder(1);
        Tensor x = builder.input("x", 1, 64);
        Tensor patches = builder.local(OutputLabel.of("patches", "Conv"), x, 1, List.of(new Slide(16, 16, 1, 0)), 4);
        Tensor pooled = builder.reduce(OutputLabel.of("pooled", "ReduceMean"), patches, true, 2);
        Tensor spread = builder.expand(OutputLabel.of("spread", "Expand"), pooled, 1, 1, 4);
        builder.pointwise(OutputLabel.of("join", "Add"), patches, spread);
        assertThat(Adviser.usefulSizes(Analysis.of(builder.build(), Gates.IGNORE), 0))
                .contains(new Adviser.UsefulSizes(2, 16));
        assertThat(Adviser.usefulSizes(Analysis.of(builder.build(), Gates.FOLLOW), 0))
                .isEmpty();
        builder.mix(OutputLabel.of("attention", "Softmax"), patches, 2);
        assertThat(Adviser.usefulSizes(Analysis.of(builder.build(), Gates.IGNORE), 0))
                .isEmpty();
    }

    /** A dense head sees everything, but has no map whose size could matter. */
    @Test
    void aDenseHeadLeavesTheSizesOfItsMaps() {
        Analysis analysis = text("2*cn_k3_c8, fc_c10", Gates.IGNORE, "size: 8, channels: 3");
        assertThat(analysis.global(analysis.graph().last())).isTrue();
        assertThat(Adviser.usefulSizes(analysis, 0)).contains(new Adviser.UsefulSizes(4, 5));
    }

    /** What has been pooled has no positions, so a kernel over it says nothing about sizes. */
    @Test
    void aKernelOverOnePooledUnitIsNoneOverAMap() {
        GraphBuilder builder = new GraphBuilder(1);
        Tensor pooled = builder.reduce(OutputLabel.of("pooled", "ReduceMean"), builder.input("x", 1, 8), true, 2);
        builder.local(OutputLabel.of("conv", "Conv"), pooled, 1, List.of(new Slide(3, 1, 1, 1)), 1);
        assertThat(Adviser.usefulSizes(Analysis.of(builder.build(), Gates.IGNORE), 0))
                .isEmpty();
    }

    @Test
    void anAxisIsCoveredFromTheLayerOnWhereItsFieldReachesTheSize() {
        Analysis analysis = text("3*cn_k3", Gates.IGNORE, "size: [5, 7, 40]");
        int[] first = {-1, -1, -1};
        for (Tensor tensor : analysis.graph().tensors()) {
            for (int axis = 0; axis < 3; axis++) {
                boolean covers = Adviser.covers(analysis, tensor, axis);
                first[axis] = covers && first[axis] < 0 ? tensor.id() : first[axis];
            }
        }
        assertThat(first).containsExactly(2, 3, -1);
        assertThat(Adviser.advise(analysis)).as("w is not covered").isEmpty();
    }

    @Test
    void adviceNamesHolesWhereTheyBeginAndUnitsThatNobodyReads() {
        Analysis holes = text("3*cn_k3_dil2", Gates.IGNORE, "size: [40]");
        assertThat(Adviser.advise(holes))
                .extracting(Advice::text)
                .containsExactly("gridding: along w a unit reads 3 of the 5 positions of its field");
        Analysis unread = text("cn_k3, cn_k1_s2, cn_k3", Gates.IGNORE, "size: [40]");
        assertThat(Adviser.advise(unread))
                .extracting(advice -> advice.kind() + " " + advice.tensor().name())
                .containsExactly("UNREAD conv2");
        assertThat(Adviser.advise(text("cn_k3_c8, bb_k3_s2_c16", Gates.IGNORE, "size: 40, channels: 3")))
                .isEmpty();
    }

    @Test
    void aProfileIsThePathDensity() {
        Analysis analysis = text("2*cn_k3", Gates.IGNORE, "size: [9]");
        Tensor last = analysis.graph().last();
        assertThat(analysis.profile(last, 0, 4).start()).isEqualTo(2);
        assertThat(analysis.profile(last, 0, 4).shares())
                .containsExactly(new double[] {1 / 9.0, 2 / 9.0, 3 / 9.0, 2 / 9.0, 1 / 9.0}, within(1e-15));
        assertThat(analysis.profile(last, 0, 0).shares())
                .as("paths through padding end nowhere")
                .containsExactly(new double[] {2 / 5.0, 2 / 5.0, 1 / 5.0}, within(1e-15));
    }

    @Test
    void aProfileCountsThePathsOfAllBranches() {
        Analysis analysis = text("2*bb_k3", Gates.IGNORE, "size: [19]");
        double[] twice = {0.01, 0.04, 0.12, 0.20, 0.26, 0.20, 0.12, 0.04, 0.01};
        assertThat(analysis.profile(analysis.graph().last(), 0, 9).shares()).containsExactly(twice, within(1e-15));
    }

    @Test
    void theVarianceOfADeepProfileIsTheErf() {
        Analysis analysis = text("cn_k7_s2, mp_k3_s2, 900*cn_k3", Gates.IGNORE, "size: [9999]");
        Tensor last = analysis.graph().last();
        Profile profile = analysis.profile(last, 0, last.shape().units(0) / 2);
        double[] shares = profile.shares();
        double mean = 0;
        double square = 0;
        for (int i = 0; i < shares.length; i++) {
            mean += i * shares[i];
            square += (double) i * i * shares[i];
        }
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(2 * Math.sqrt(square - mean * mean)).isCloseTo(last(analysis).erf(), within(1e-3));
        assertThat(shares).hasSizeBetween(5000, (int) last(analysis).rf());
    }
}
