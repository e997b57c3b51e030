package dev.rfsweep.internal.report.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Gates;
import dev.rfsweep.internal.analysis.GraphBuilder;
import dev.rfsweep.internal.analysis.OutputLabel;
import dev.rfsweep.internal.analysis.Tensor;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What layers are called whose names were written by exporters. */
class LayerNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv1 block2.conv1 | conv1 block2.conv1",
                "/layer1/layer1.0/conv1/Conv /conv2/Conv | layer1.0/conv1 conv2",
                "/m/body/layer1/Conv /m/body/layer1/layer1.0/conv/Conv | layer1 layer1.0/conv",
                "net/one/Conv net/two/Conv | net/one net/two",
                "net/longest/one/Conv net/longest/two/Conv | one two",
                "long/enough/name/Conv long/enough/name/Conv | long/enough/name long/enough/name",
                "t814 123 conv3 n_7 | Conv 1 Conv 2 conv3 Conv 4",
                "/Conv | first"
            })
    void namesAreThoseOfNodesWithoutWhatRepeats(String nodes, String names) {
        assertThat(String.join(" ", named(nodes.split(" ")))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"conv1, conv1", "t7, Conv 1"})
    void aCountedTensorHasTheNameOfItsLayer(String conv, String name) {
        GraphBuilder net = new GraphBuilder(1);
        Tensor in = net.input("x", 1, 9);
        Tensor read = conv(net, new OutputLabel(conv, "Conv", conv), in);
        Tensor other = conv(net, new OutputLabel("t8", "Conv", "t8"), in);
        net.pointwise(
                new OutputLabel("t10", "Relu", "t10"), net.pointwise(new OutputLabel("t9", "Add", "t9"), read, other));
        assertThat(names(net)).containsExactly(name);
    }

    @Test
    void onlyTensorsWithoutANameAreNumbered() {
        GraphBuilder net = new GraphBuilder(1);
        Tensor named = conv(net, new OutputLabel("conv1", "Conv", "t1"), net.input("x", 1, 9));
        Tensor counted = conv(net, new OutputLabel("n_2", "Conv", "t2"), named);
        Tensor empty = net.pointwise(new OutputLabel("", "Relu", "3"), counted);
        assertThat(LayerNames.numbered(net.build().tensors()))
                .containsExactly(entry(counted, "Conv 2"), entry(empty, "Relu 1"));
    }

    private static List<String> named(String... nodes) {
        GraphBuilder net = new GraphBuilder(1);
        Tensor tensor = net.input("x", 1, 99);
        for (int i = 0; i < nodes.length; i++) {
            String output = nodes[i].equals("/Conv") ? "first" : nodes[i];
            tensor = conv(net, new OutputLabel(nodes[i], "Conv", output), tensor);
        }
        return names(net);
    }

    private static Tensor conv(GraphBuilder net, OutputLabel label, Tensor in) {
        return net.conv(label, in, 1, List.of(new Window(3, 1, 1, new Padding.Fixed(1, 1))));
    }

    private static List<String> names(GraphBuilder net) {
        Analysis analysis = Analysis.of(net.build(), Gates.IGNORE);
        Trunk trunk = new Trunk(new Branches(analysis), analysis.graph().last());
        return LayerNames.of(analysis.graph().tensors(), trunk);
    }
}
