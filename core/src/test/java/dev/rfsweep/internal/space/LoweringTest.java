package dev.rfsweep.internal.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.net.Add;
import dev.rfsweep.internal.net.Convolution;
import dev.rfsweep.internal.net.Dense;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.GlobalPool;
import dev.rfsweep.internal.net.Identity;
import dev.rfsweep.internal.net.Pool;
import dev.rfsweep.internal.net.SqueezeExcite;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every block stands for over a map of two axes and 8 channels, written down by hand. */
class LoweringTest {

    private static final int RANK = 2;

    private static Fragment lowered(String text) {
        return lowered(text, 8);
    }

    private static Fragment lowered(String text, long channels) {
        return new Lowering(RANK).fragment(fixed(text, true), channels);
    }

    private static FixedBlock fixed(String text, boolean first) {
        Block block = Written.block(text);
        Map<Key, Value> values = new LinkedHashMap<>();
        block.choices()
                .forEach(choice -> values.put(choice.key(), choice.values().get(0)));
        return new FixedBlock(block, values, first);
    }

    private static List<Window> windows(int kernel, int stride, int dilation) {
        return Collections.nCopies(RANK, new Window(kernel, stride, dilation, Padding.Auto.SAME));
    }

    private static Fragment conv(int kernel, int stride, long channels, long groups) {
        return Fragment.of(new Convolution(windows(kernel, stride, 1), channels, groups, true, false));
    }

    private static Fragment pointwise(long channels) {
        Window window = new Window(1, 1, 1, Padding.Auto.VALID);
        return Fragment.of(new Convolution(Collections.nCopies(RANK, window), channels, 1, true, false));
    }

    private static Fragment projection(int stride, long channels) {
        Window window = new Window(1, stride, 1, Padding.Auto.VALID);
        return new Fragment.Single(
                new Convolution(Collections.nCopies(RANK, window), channels, 1, true, false),
                "projection",
                "projection");
    }

    private static Fragment chain(Fragment... parts) {
        return new Fragment.Chain(List.of(parts));
    }

    private static Fragment sum(Fragment trunk, Fragment shortcut) {
        return new Fragment.Branches("block", List.of(trunk, shortcut), new Add());
    }

    private static final Fragment IDENTITY = Fragment.of(new Identity());

    @Test
    void convolutions() {
        assertThat(lowered("cn_k3")).isEqualTo(conv(3, 1, 8, 1));
        assertThat(lowered("cn_k5_s2_c16_g4")).isEqualTo(conv(5, 2, 16, 4));
        assertThat(lowered("dw_k5_s2")).isEqualTo(conv(5, 2, 8, 8));
        assertThat(lowered("ds_k3_s2_c16")).isEqualTo(chain(conv(3, 2, 8, 8), pointwise(16)));
    }

    @Test
    void windowsDifferByAxisWhereTheyAreWrittenSo() {
        assertThat(lowered("cn_k3x5_s1x2_dil2x1_pad0x4"))
                .isEqualTo(Fragment.of(new Convolution(
                        List.of(
                                new Window(3, 1, 2, new Padding.Fixed(0, 0)),
                                new Window(5, 2, 1, new Padding.Fixed(4, 4))),
                        8,
                        1,
                        true,
                        false)));
        assertThat(lowered("mp_k2_padsame_upper"))
                .isEqualTo(Fragment.of(new Pool(
                        Pool.Kind.MAX, Collections.nCopies(RANK, new Window(2, 1, 1, Padding.Auto.SAME_UPPER)))));
    }

    @Test
    void invertedResiduals() {
        assertThat(lowered("ir_k3_e4"))
                .isEqualTo(sum(chain(pointwise(32), conv(3, 1, 32, 32), pointwise(8)), IDENTITY));
        assertThat(lowered("ir_k3_e4_noskip")).isEqualTo(chain(pointwise(32), conv(3, 1, 32, 32), pointwise(8)));
        assertThat(lowered("ir_k3_s2_e4")).isEqualTo(chain(pointwise(32), conv(3, 2, 32, 32), pointwise(8)));
        assertThat(lowered("ir_k3_e4_c16")).isEqualTo(chain(pointwise(32), conv(3, 1, 32, 32), pointwise(16)));
        assertThat(lowered("ir_k3_e1_c16")).isEqualTo(chain(conv(3, 1, 8, 8), pointwise(16)));
    }

    /** The gate is squeezed to a share of the channels of the block's input, half to even, and at least to one. */
    @ParameterizedTest
    @CsvSource({"0.25, 2", "0.5, 4", "0.3125, 2", "0.4375, 4", "0.01, 1"})
    void gatesStandBehindTheDepthwiseConvolution(String ratio, long hidden) {
        assertThat(lowered("ir_k3_e4_se" + ratio + "_c16"))
                .isEqualTo(chain(pointwise(32), conv(3, 1, 32, 32), SqueezeExcite.of(RANK, 32, hidden), pointwise(16)));
        assertThat(lowered("er_k3_e4_se" + ratio + "_c16"))
                .isEqualTo(chain(conv(3, 1, 32, 1), SqueezeExcite.of(RANK, 32, hidden), pointwise(16)));
    }

    @Test
    void edgeResiduals() {
        assertThat(lowered("er_k3_e4")).isEqualTo(sum(chain(conv(3, 1, 32, 1), pointwise(8)), IDENTITY));
        assertThat(lowered("er_k3_s2_e1_c16")).isEqualTo(chain(conv(3, 2, 8, 1), pointwise(16)));
    }

    @Test
    void basicResiduals() {
        assertThat(lowered("bb")).isEqualTo(sum(chain(conv(3, 1, 8, 1), conv(3, 1, 8, 1)), IDENTITY));
        assertThat(lowered("bb_k5_s2_c16"))
                .isEqualTo(sum(chain(conv(5, 2, 16, 1), conv(5, 1, 16, 1)), projection(2, 16)));
        assertThat(lowered("bb_s2")).isEqualTo(sum(chain(conv(3, 2, 8, 1), conv(3, 1, 8, 1)), projection(2, 8)));
        assertThat(lowered("bb_c16_noskip")).isEqualTo(chain(conv(3, 1, 16, 1), conv(3, 1, 16, 1)));
    }

    @Test
    void bottlenecks() {
        assertThat(lowered("bt")).isEqualTo(sum(chain(pointwise(2), conv(3, 1, 2, 1), pointwise(8)), IDENTITY));
        assertThat(lowered("bt_s2_c16"))
                .isEqualTo(sum(chain(pointwise(4), conv(3, 2, 4, 1), pointwise(16)), projection(2, 16)));
    }

    @Test
    void poolsAndTheRest() {
        assertThat(lowered("mp_k3_s2")).isEqualTo(Fragment.of(new Pool(Pool.Kind.MAX, windows(3, 2, 1))));
        assertThat(lowered("ap_k2_dil2")).isEqualTo(Fragment.of(new Pool(Pool.Kind.AVERAGE, windows(2, 1, 2))));
        assertThat(lowered("gp")).isEqualTo(Fragment.of(new GlobalPool()));
        assertThat(lowered("fc_c10")).isEqualTo(Fragment.of(new Dense(10)));
        assertThat(lowered("id")).isEqualTo(chain());
    }

    /** One that is added later has to be written down here. */
    @ParameterizedTest
    @EnumSource
    void everyBlockIsWrittenDown(BlockType type) {
        assertThat("cn dw ds ir er bb bt mp ap gp fc id".split(" ")).contains(type.code());
    }

    @Test
    void ofRepeatsOnlyTheFirstHasTheStride() {
        Lowering lowering = new Lowering(RANK);
        FixedBlock later = fixed("bb_k3", false);
        assertThat(lowering.fragment(later, 8)).isEqualTo(lowered("bb_k3"));
    }

    @Test
    void withoutChannelsEveryProductIsNothing() {
        assertThat(lowered("ds_k3", 0)).isEqualTo(chain(conv(3, 1, 0, 1), pointwise(0)));
        assertThat(lowered("bt", 0)).isEqualTo(sum(chain(pointwise(0), conv(3, 1, 0, 1), pointwise(0)), IDENTITY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cn_k3_c16_g3 | g3 does not divide 8 input and 16 output channels",
                "dw_k3_c16 | a depthwise convolution keeps its 8 input channels, so c16 does not fit",
                "ir_k3_e1.3 | e1.3 of 8 channels is not a whole number of channels",
                "bt_c10 | c/4 of 10 channels is not a whole number of channels",
            })
    void brokenRulesAreTold(String block, String message) {
        assertThatThrownBy(() -> lowered(block))
                .isInstanceOf(SpaceException.class)
                .hasMessage(message);
    }
}
