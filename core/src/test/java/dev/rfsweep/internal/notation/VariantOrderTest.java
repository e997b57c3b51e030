package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are an odometer: small spaces written out by hand. */
class VariantOrderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "cn_k3,5 mp_k2_s1,2; cn_k3 mp_k2, cn_k3 mp_k2_s2, cn_k5 mp_k2, cn_k5 mp_k2_s2",
                "cn_k5,3; cn_k5, cn_k3",
                "cn_s1,2_k3,5; cn_k3, cn_k5, cn_k3_s2, cn_k5_s2",
                "cn_k3,5 | id | mp_k2_s2,1; cn_k3, cn_k5, id, mp_k2_s2, mp_k2",
                "1..2*cn_k3,5; cn_k3, cn_k5, 2*cn_k3, cn_k3 cn_k5, cn_k5 cn_k3, 2*cn_k5",
                "2,1*cn_k3,5; 2*cn_k3, cn_k3 cn_k5, cn_k5 cn_k3, 2*cn_k5, cn_k3, cn_k5",
                "cn_k3,5_r2,3; cn_r2_k3, cn_r2_k5, cn_r3_k3, cn_r3_k5",
                "cn_k3_s1,2_r1..2_each; cn_k3, cn_k3_s2, cn_r2_k3, cn_r2_k3_s2",
                "cn_k3,5_r2_each mp_k2_s1,2; cn_r2_k3 mp_k2, cn_r2_k3 mp_k2_s2, cn_k3 cn_k5 mp_k2,"
                        + " cn_k3 cn_k5 mp_k2_s2, cn_k5 cn_k3 mp_k2, cn_k5 cn_k3 mp_k2_s2, cn_r2_k5 mp_k2,"
                        + " cn_r2_k5 mp_k2_s2",
                "2*cn_k3 | 2*id; 2*cn_k3, id",
            })
    void variantsAreInThisOrder(String line, String expected) {
        assertThat(all(SpecParser.line(line).space())).containsExactly(expected.split(",\\s*"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{repeat: 1..2, each: true, of: ['cn_k3,5', mp_k2]}; cn_k3 mp_k2, cn_k5 mp_k2,"
                        + " cn_k3 mp_k2 cn_k3 mp_k2, cn_k3 mp_k2 cn_k5 mp_k2, cn_k5 mp_k2 cn_k3 mp_k2,"
                        + " cn_k5 mp_k2 cn_k5 mp_k2",
                "{repeat: 1..2, of: ['cn_k3,5', mp_k2]}; cn_k3 mp_k2, cn_k5 mp_k2,"
                        + " cn_k3 mp_k2 cn_k3 mp_k2, cn_k5 mp_k2 cn_k5 mp_k2",
                "{any: [['cn_k3,5', mp_k2], [id]]}; cn_k3 mp_k2, cn_k5 mp_k2, id",
            })
    void mapsAreInThisOrder(String stage, String expected) {
        Space space = SpecParser.text("s", "stages: [" + stage + "]", false).space();
        assertThat(all(space)).containsExactly(expected.split(",\\s*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "9223372036854775807", "9223372036854775808", "4019988717840603673710821375"})
    void idsBeyondLongGoBothWays(BigInteger id) {
        Automaton automaton =
                SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space().automaton();
        assertThat(automaton.rank(automaton.unrank(id))).isEqualTo(id);
        assertThat(Arch.of(automaton.unrank(BigInteger.valueOf(24 + 6)))).isEqualTo("18*cn_k1 cn_k1_dil2 cn_k3");
    }

    @Test
    void theFirstAndTheLastIdAreTheEnds() {
        Automaton automaton =
                SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space().automaton();
        BigInteger last = automaton.variants().subtract(BigInteger.ONE);
        assertThat(Arch.of(automaton.unrank(BigInteger.ZERO))).isEqualTo("20*cn_k1");
        assertThat(Arch.of(automaton.unrank(last))).isEqualTo("20*cn_k7_s2_dil4");
        assertThatThrownBy(() -> automaton.unrank(automaton.variants())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** The arch of every variant in order; every id must come back from its variant. */
    private static List<String> all(Space space) {
        List<String> archs = new ArrayList<>();
        for (long id = 0; id < space.variants().longValueExact(); id++) {
            Variant variant = space.automaton().unrank(BigInteger.valueOf(id));
            assertThat(space.automaton().rank(variant)).isEqualTo(BigInteger.valueOf(id));
            archs.add(Arch.of(variant));
        }
        return archs;
    }
}
