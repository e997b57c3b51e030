package dev.rfsweep.internal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.space.Input;
import dev.rfsweep.internal.space.Written;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every block type stands for, worked out by hand over an input of 16x16 pixels and 8 channels. In the arithmetic,
 * {@code 2*c} behind a convolution is its batch norm.
 */
class ReferenceBlocksTest {

    private static final Input INPUT = new Input(2, List.of(16, 16), 8);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // blocks, params, macs, depth
        // 9*8*16 + 2*16; 8*8 units
        "cn_k3_s2_c16, 1184, 73728, 1",
        // 9*(8/4)*16 + 2*16; 16*16 units
        "cn_k3_c16_g4, 320, 73728, 1",
        // 5*1*8*16 + 2*16
        "cn_k5x1_c16, 672, 163840, 1",
        // 25*8 + 2*8, after 1x1: 8*8 + 2*8
        "cn_k1_c8 dw_k5_s2, 296, 29184, 2",
        // 9*8 + 2*8, 8*16 + 2*16
        "ds_k3_s2_c16, 248, 12800, 2",
        // 8*48 + 2*48 on 256 units, 9*48 + 2*48 and 48*16 + 2*16 on 64
        "ir_k3_s2_e6_c16, 1808, 175104, 3",
        // e1 leaves the expansion out: 25*8 + 2*8, 8*8 + 2*8
        "ir_k5_c8, 296, 67584, 2",
        // a shortcut without a convolution costs nothing
        "ir_k5_c8_noskip, 296, 67584, 2",
        // e0.5: 8*4 + 2*4, 9*4 + 2*4, 4*16 + 2*16
        "ir_k3_e0.5_c16, 180, 33792, 3",
        // as above with e6 at stride 1, gate of 8*0.25 = 2: 48*2 + 2 + 2*48 + 48
        "ir_k3_e6_se0.25_c16, 2050, 405696, 3",
        // 8*0.3125 = 2.5 rounds to the even 2; 8*0.4375 = 3.5 to the even 4: 8*4 + 4 + 4*8 + 8
        "ir_k3_se0.3125_c16, 290, 51232, 2",
        "ir_k3_se0.4375_c16, 324, 51264, 2",
        // a gate has at least one channel: 8*1 + 1 + 1*8 + 8
        "ir_k3_se0.01_c16, 273, 51216, 2",
        // 9*8*32 + 2*32, 32*16 + 2*16
        "er_k3_s2_e4_c16, 2912, 180224, 2",
        // 9*8*8 + 2*8, 8*8 + 2*8
        "er_k3_c8, 672, 163840, 2",
        // 9*8*16 + 2*16, gate 16*2 + 2 + 2*16 + 16, 16*8 + 2*8
        "er_k3_e2_se0.25_c8, 1410, 327744, 2",
        // 9*8*16 + 2*16, 9*16*16 + 2*16, projection 8*16 + 2*16, all on 64 units
        "bb_s2_c16, 3680, 229376, 2",
        "bb_s2_c16_noskip, 3520, 221184, 2",
        // the shape stays: no projection, twice 9*8*8 + 2*8
        "bb_c8, 1184, 294912, 2",
        // only the channels change: projection on 256 units
        "bb_c16, 3680, 917504, 2",
        // 8*4 + 2*4 on 256 units; 9*4*4 + 2*4, 4*16 + 2*16, projection 8*16 + 2*16 on 64
        "bt_s2_c16, 448, 29696, 3",
        // 8*2 + 2*2, 9*2*2 + 2*2, 2*8 + 2*8
        "bt_c8, 92, 17408, 3",
        // 8*2 + 2*2, 25*2*2 + 2*2, 2*8 + 2*8
        "bt_k5_c8_noskip, 156, 33792, 3",
        // pools are free: 8*16 + 2*16 on 8*8 units
        "mp_k3_s2 cn_k1_c16, 160, 8192, 2",
        "ap_k2_s2 cn_k1_c16, 160, 8192, 2",
        // 8*16 + 2*16 on 256 units, 16*10 + 10
        "cn_k1_c16 gp fc_c10, 330, 32928, 1",
        // 16*20 + 20, 20*10 + 10
        "cn_k1_c16 gp fc_c20 fc_c10, 710, 33288, 1",
        // 9*8*16 + 2*16, (16*8*8)*10 + 10
        "cn_k3_s2_c16 fc_c10, 11434, 83968, 1",
        "id, 0, 0, 0",
    })
    void costsAreThoseWorkedOutByHand(String blocks, long params, long macs, int depth) {
        Answer answer = Oracle.of(Written.network(INPUT, blocks));
        assertThat(answer.valid()).isTrue();
        assertThat(answer.params()).isEqualTo(BigInteger.valueOf(params));
        assertThat(answer.macs()).isEqualTo(BigInteger.valueOf(macs));
        assertThat(answer.depth()).isEqualTo(depth);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // blocks, rf, stride, pad, 12V, out
        "cn_k3_s2_c16, 3, 2, 1, 8, 8",
        // taps at 0, 2, 4, 6: 12V = 4*(16 - 1)
        "cn_k4_dil2_padvalid_c8, 7, 1, 0, 60, 10",
        // reach 3, so 1 before and 2 behind
        "cn_k4_c8, 4, 1, 1, 15, 16",
        "cn_k3_pad2_c8, 3, 1, 2, 8, 18",
        // 16 = 5*3 + 1: ceil(16/3) = 6 units reach to 15 + 2, 2 pixels missing
        "cn_k3_s3_padsame_upper_c8, 3, 3, 1, 8, 6",
        // one pixel missing, at the end or at the beginning
        "cn_k3_s2_padsame_upper_c8, 3, 2, 0, 8, 8",
        "cn_k3_s2_padsame_lower_c8, 3, 2, 1, 8, 8",
        "dw_k5_s2, 5, 2, 2, 24, 8",
        "ds_k3_s2_c16, 3, 2, 1, 8, 8",
        "ir_k3_s2_e6_se0.25_c16, 3, 2, 1, 8, 8",
        "er_k5_e2_c8, 5, 1, 2, 24, 16",
        // 3 + 2*2, 1 + 2*1, 8 + 2^2*8; the shortcut reads pixel 2*o, inside
        "bb_s2_c16, 7, 2, 3, 40, 8",
        // the trunk reads o to o+4, the shortcut o
        "bb_padvalid_c8, 5, 1, 0, 16, 12",
        "bt_k3_s2_c16, 3, 2, 1, 8, 8",
        "mp_k3_s2, 3, 2, 1, 8, 8",
        // reach 1: nothing before, 1 behind
        "ap_k2_s2, 2, 2, 0, 3, 8",
        // stride 2 then 3: 3 + 2*4 + 6*2, 1 + 2*2 + 6*1, 8 + 4*24 + 36*8; 16 to 8 to 3 to 3
        "cn_k3_s2_c8 mp_k5_s3 cn_k3_c8, 23, 6, 11, 392, 3",
        // field metrics describe the map before the global pool
        "cn_k3_s2_c16 gp fc_c10, 3, 2, 1, 8, 8",
        "cn_k3_s2_c16 fc_c10, 3, 2, 1, 8, 8",
        "id, 1, 1, 0, 0, 16",
    })
    void fieldsAreThoseWorkedOutByHand(String blocks, long rf, long stride, long pad, long variance12, long out) {
        AxisAnswer expected = new AxisAnswer(
                BigInteger.valueOf(rf),
                BigInteger.valueOf(stride),
                BigInteger.valueOf(pad),
                BigInteger.valueOf(variance12),
                out,
                BigInteger.valueOf(rf - 1 - pad));
        assertThat(Oracle.of(Written.network(INPUT, blocks)).axes()).containsExactly(expected, expected);
    }
}
