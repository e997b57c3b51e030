package dev.rfsweep.internal.notation.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.InexpressibleException;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimmTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cn_k3_s2_c16 | 0 | [['cn_r1_k3_s2_c16']]",
                "ir_r2_k3_s2_e6_c24_se0.25 | 0 | [['ir_r2_k3_s2_e6_c24_se0.25']]",
                "ir_k3_c3_noskip | 0 | [['ds_r1_k3_s1_e1_c3_noskip']]",
                "ir_r3_k5_s2_c16 | 0 | [['ds_r3_k5_s2_e1_c16']]",
                "ds_k3_c16 | 0 | [['ds_r1_k3_s1_e1_c16_noskip']]",
                "er_r2_k3_e4_c32 | 0 | [['er_r2_k3_s1_e4_c32']]",
                "cn_k3_c16 id ds_k5 | 0 | [['cn_r1_k3_s1_c16'], ['ds_r1_k5_s1_e1_c16_noskip']]",
                "2*ir_r2_k3_e4_c40 | 0 | [['ir_r2_k3_s1_e4_c40'], ['ir_r2_k3_s1_e4_c40']]",
                "ir_r3_k3_s2_e4,6_each_c40 | 1 | [['ir_r2_k3_s2_e4_c40', 'ir_r1_k3_s1_e6_c40']]",
                "cn_r2_k3_s2_c8 | 0 | [['cn_r2_k3_s2_c8']]",
            })
    void writesWhatTimmReads(String line, BigInteger id, String expected) {
        assertThat(timm(line, id)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cn_k3_c8 mp_k2_s2 | mp_k2_s2: it lacks such a block",
                "bb_c8 | bb_c8: it lacks such a block",
                "dw_k3_c3 | dw_k3_c3: it lacks such a block",
                "cn_k3_c8 gp fc_c10 | gp: it lacks such a block",
                "cn_k3_dil2_c8 | cn_k3_dil2_c8: it lacks dil",
                "cn_k3_padvalid_c8 | cn_k3_padvalid_c8: it lacks pad",
                "cn_k3_c6_g3 | cn_k3_c6_g3: it lacks g",
                "cn_k3x1_c8 | cn_k3x1_c8: it lacks k that differs between axes",
                "cn_k4_c8 | cn_k4_c8: it lacks the padding of an even kernel",
                "cn_k3_s4_c8 | cn_k3_s4_c8: it lacks the padding of a stride above 2",
                "cn_k3 | timm needs channels"
            })
    void refusesWhatTimmLacks(String line, String why) {
        assertThatThrownBy(() -> timm(line, BigInteger.ZERO))
                .isInstanceOf(InexpressibleException.class)
                .hasMessageStartingWith("timm")
                .hasMessageContaining(why);
    }

    private static String timm(String line, BigInteger id) {
        Space space = SpecParser.line(line).space();
        return Timm.of(space, space.automaton().unrank(id));
    }
}
