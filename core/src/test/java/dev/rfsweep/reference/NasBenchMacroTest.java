package dev.rfsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.space.Input;
import dev.rfsweep.space.Node;
import dev.rfsweep.space.Space;
import dev.rfsweep.space.Written;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every network of NAS-Bench-Macro (Su et al. 2021): the published params and FLOPs, which are multiply-adds. */
class NasBenchMacroTest {

    private static final Input CIFAR = new Input(2, List.of(32, 32), 3);
    private static final int[] CHOICE_LAYERS = {2, 3, 3};
    private static final int[] CHANNELS = {64, 128, 256};

    @Test
    void allNetworksHaveThePublishedParamsAndFlopsInTheOrderOfTheirIds() throws IOException {
        List<String> published = Cases.lines("nas-bench-macro.csv").skip(1).toList();
        Space space = space();
        assertThat(published).hasSize(6561);
        assertThat(space.variants()).isEqualTo(BigInteger.valueOf(6561));
        for (int id = 0; id < 6561; id++) {
            Answer answer = Reference.of(space.network(space.automaton().unrank(BigInteger.valueOf(id))));
            assertThat(arch(id) + "," + answer.params() + "," + answer.macs()).isEqualTo(published.get(id));
        }
    }

    /** A choice layer is nothing (where the shape changes, a 1x1 convolution), or one of two inverted residuals. */
    private static Space space() {
        List<Node> stages = new ArrayList<>(List.of(Written.block("cn_k3_c32")));
        for (int stage = 0; stage < CHANNELS.length; stage++) {
            for (int layer = 0; layer < CHOICE_LAYERS[stage]; layer++) {
                String shape = (layer == 0 ? "_s2_c" : "_c") + CHANNELS[stage];
                String skip = layer == 0 ? "cn_k1" + shape : "id";
                stages.add(alternative(skip, "ir_k3_e3" + shape, "ir_k5_e6" + shape));
            }
        }
        stages.addAll(List.of(Written.block("cn_k1_c1280"), Written.block("gp"), Written.block("fc_c10")));
        return new Space(CIFAR, stages);
    }

    private static Node alternative(String... blocks) {
        return new Node.Alternative(
                Stream.of(blocks).map(Written::block).map(Node.class::cast).toList());
    }

    /** One digit a choice layer, the first slowest. */
    private static String arch(int id) {
        String digits = Integer.toString(id, 3);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
