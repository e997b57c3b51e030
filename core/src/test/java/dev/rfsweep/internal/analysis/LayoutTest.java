package dev.rfsweep.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.Joins;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.model.AxisView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators that move, split and flatten dimensions: the axes are followed, or given up with a note. */
class LayoutTest {

    private final GraphBuilder builder = new GraphBuilder(2);

    private static OutputLabel named(String name) {
        return OutputLabel.of(name, "Any");
    }

    private Tensor conv(String name, Tensor in, long kernel, long stride, long low, long out) {
        Read read = new Slide(kernel, stride, 1, low);
        return builder.local(named(name), in, 16, List.of(read, read), out, out);
    }

    private AxisView view(Tensor tensor, int axis) {
        return Analysis.of(builder.build(), Gates.IGNORE).view(tensor, axis);
    }

    @Test
    void aChannelShuffleChangesNothing() {
        Tensor conv = conv("conv", builder.input("x", 3, 10, 8), 3, 1, 1, 8);
        Tensor groups = builder.reshape(named("split"), conv, 1, 4, 4, 8, 8);
        Tensor swapped = builder.transpose(named("swap"), groups, 0, 2, 1, 3, 4);
        Tensor shuffled = builder.reshape(named("join"), swapped, 1, 16, 8, 8);
        assertThat(view(shuffled, 0)).isEqualTo(view(conv, 0));
        assertThat(shuffled.shape().dimOf(1)).isEqualTo(3);
    }

    @Test
    void channelsLastAndBack() {
        Tensor x = builder.input("x", new long[] {1, 10, 12, 3}, new int[] {1, 2});
        Tensor first = builder.transpose(named("nchw"), x, 0, 3, 1, 2);
        Tensor normed = builder.reduce(named("mean"), builder.transpose(named("nhwc"), first, 0, 2, 3, 1), true, 3);
        assertThat(first.shape()).hasToString("[1, 3, 10, 12]");
        assertThat(view(normed, 1).rf()).isEqualTo(1);
        assertThat(normed.shape().units(1)).isEqualTo(12);
    }

    @Test
    void pixelShuffleByReshapeIsDepthToSpace() {
        Tensor conv = conv("conv", builder.input("x", 3, 6, 6), 3, 1, 1, 6);
        Tensor split = builder.reshape(named("split"), conv, 1, 4, 2, 2, 6, 6);
        Tensor woven = builder.transpose(named("weave"), split, 0, 1, 4, 2, 5, 3);
        Tensor large = builder.reshape(named("join"), woven, 1, 4, 12, 12);
        Read block = new Transposed(2, 2, 1, 0);
        Tensor same = builder.local(named("same"), conv, 4, List.of(block, block), 12, 12);
        assertThat(large.shape()).isEqualTo(same.shape());
        assertThat(view(large, 0)).isEqualTo(view(same, 0));
        assertThat(view(large, 0).phases()).hasSize(2);
    }

    @Test
    void spaceToDepthByReshapeReadsBlocks() {
        Tensor x = builder.input("x", 3, 6, 8);
        Tensor split = builder.reshape(named("split"), x, 1, 3, 3, 2, 4, 2);
        Tensor moved = builder.transpose(named("move"), split, 0, 1, 3, 5, 2, 4);
        Tensor small = builder.reshape(named("join"), moved, 1, 12, 3, 4);
        assertThat(small.shape().units(1)).isEqualTo(4);
        assertThat(view(small, 1).rf()).isEqualTo(2);
        assertThat(view(small, 1).stride()).isEqualTo(2);
    }

    @Test
    void attentionOverFlattenedPositionsSeesEverythingFromThereOn() {
        Tensor patches = conv("patches", builder.input("x", 3, 32, 32), 8, 8, 0, 4);
        Tensor flat = builder.reshape(named("flat"), patches, 1, 16, 16);
        Tensor tokens = builder.transpose(named("tokens"), flat, 0, 2, 1);
        Tensor scores =
                Joins.matmul(builder, named("scores"), tokens, builder.transpose(named("keys"), tokens, 0, 2, 1));
        Tensor mixed = Joins.matmul(builder, named("values"), builder.pointwise(named("softmax"), scores), tokens);
        Tensor sum = builder.pointwise(named("sum"), tokens, mixed);
        Tensor map = builder.reshape(named("map"), builder.transpose(named("back"), sum, 0, 2, 1), 1, 16, 4, 4);
        assertThat(view(tokens, 0).rf()).isEqualTo(8);
        assertThat(view(scores, 0).kind()).isEqualTo(AxisView.Kind.GLOBAL);
        assertThat(view(map, 1).kind()).isEqualTo(AxisView.Kind.GLOBAL);
        assertThat(map.shape().units(1)).isEqualTo(4);
        assertThat(Analysis.of(builder.build(), Gates.IGNORE).notes(sum)).isEmpty();
    }

    @Test
    void attentionInsideWindowsSeesTheWindow() {
        Tensor x = builder.input("x", new long[] {1, 8, 8, 3}, new int[] {1, 2});
        Tensor cut = builder.reshape(named("cut"), x, 1, 2, 4, 2, 4, 3);
        Tensor windows =
                builder.reshape(named("windows"), builder.transpose(named("a"), cut, 0, 1, 3, 2, 4, 5), 4, 16, 3);
        Tensor mixed = builder.mix(named("attention"), windows, 1);
        Tensor parts = builder.reshape(named("parts"), mixed, 1, 2, 2, 4, 4, 3);
        Tensor map = builder.reshape(named("map"), builder.transpose(named("b"), parts, 0, 1, 3, 2, 4, 5), 1, 8, 8, 3);
        Region region = Analysis.of(builder.build(), Gates.IGNORE).region(map, 5, 2);
        assertThat(List.of(region.lo(0), region.hi(0), region.lo(1), region.hi(1)))
                .containsExactly(4L, 7L, 0L, 3L);
    }

    @Test
    void flatteningAMapSeesAllOfIt() {
        Tensor conv = conv("conv", builder.input("x", 3, 8, 8), 3, 1, 1, 8);
        Tensor flat = builder.reshape(named("flat"), conv, 1, 16 * 64);
        Analysis analysis = Analysis.of(builder.build(), Gates.IGNORE);
        assertThat(analysis.global(flat)).isTrue();
        assertThat(analysis.notes(flat)).extracting(Note::kind).containsExactly(Note.Kind.LOST);
    }

    @Test
    void flatteningOneUnitKeepsItsField() {
        Tensor conv = conv("conv", builder.input("x", 3, 8, 8), 5, 4, 0, 1);
        Tensor flat = builder.reshape(named("flat"), conv, 1, 16);
        assertThat(view(flat, 0).rf()).isEqualTo(5);
    }

    /** As group normalisation is spelled: the same elements in groups, and back. */
    @Test
    void channelsFlattenedTogetherWithPositionsStayApart() {
        Tensor conv = conv("conv", builder.input("x", 3, 8, 6), 3, 1, 0, 6);
        Tensor groups = builder.reshape(named("groups"), conv, 1, 2, 8 * 36);
        Tensor mean = builder.reduce(named("mean"), groups, true, 2);
        Tensor back = builder.reshape(named("back"), groups, 1, 16, 6, 6);
        Tensor cut = builder.slice(named("cut"), groups, 2, 0, 1, 100);
        Analysis analysis = Analysis.of(builder.build(), Gates.IGNORE);
        assertThat(groups.shape().mixed(2)).isTrue();
        assertThat(analysis.view(back, 1)).isEqualTo(analysis.view(conv, 1));
        assertThat(back.shape()).isEqualTo(conv.shape());
        assertThat(analysis.notes(back)).isEmpty();
        assertThat(analysis.global(mean)).isTrue();
        assertThat(analysis.global(cut)).isTrue();
        assertThat(analysis.notes(cut)).extracting(Note::kind).containsExactly(Note.Kind.LOST);
    }

    @Test
    void positionsMixedWithChannelsAreGivenUpWithANote() {
        Tensor conv = conv("conv", builder.input("x", 3, 6, 6), 3, 1, 1, 6);
        Tensor mixed = builder.reshape(named("odd"), conv, 1, 9, 8, 8);
        Analysis analysis = Analysis.of(builder.build(), Gates.IGNORE);
        assertThat(analysis.global(mixed)).isTrue();
        assertThat(analysis.notes(mixed)).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.LOST);
            assertThat(note.text()).contains("from [1, 16, 6, 6] to [1, 9, 8, 8]");
        });
    }

    @Test
    void inputsThatDoNotFitAreRefusedByName() {
        Tensor x = builder.input("x", 3, 8, 8);
        Tensor small = conv("small", x, 3, 1, 0, 6);
        assertThatThrownBy(() -> builder.pointwise(OutputLabel.of("sum", "Add"), x, small))
                .isInstanceOf(GraphException.class)
                .hasMessageStartingWith("node 'sum' (Add) cannot join small of [1, 16, 6, 6]");
        assertThatThrownBy(() -> conv("none", small, 9, 1, 0, 0))
                .isInstanceOf(GraphException.class)
                .hasMessage("node 'none' (Any) would have 0 outputs along h: its input of 6 is too small");
    }
}
