package dev.rfsweep.internal.notation.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.notation.ArchSearch;
import dev.rfsweep.internal.notation.RandomText;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Input;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
import java.math.BigInteger;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a variant. */
@Tag("slow")
class ArchTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "ir_c40_e6_s2_k3_r2; ir_r2_k3_s2_e6_c40",
                "er_se0.25_c8_e4_pad1_dil2_s2_k5_noskip; er_k5_s2_dil2_pad1_e4_c8_se0.25_noskip",
                "cn_c8_g4_k3x1_padsame_upper; cn_k3x1_padsame_upper_c8_g4",
                "cn_k3_s1_dil1_padsame_g1_r1; cn_k3",
                "ir_k3_se0_e1_skip_c8; ir_k3_c8",
                "cn_k3_s2 cn_k3_s2 cn_k3_s2; 3*cn_k3_s2",
                "cn_k3_s2_r2 cn_k3_s2_r2; 2*cn_r2_k3_s2",
                "cn_k3_s2_r3_each; cn_r3_k3_s2",
                "cn_k3 cn_k3_r2; cn_k3 cn_r2_k3",
                "cn_k3 cn_k3_s1; 2*cn_k3",
                "bb bb_k3; bb bb_k3",
                "id; id",
                "id cn_k3 id; cn_k3",
            })
    void isCanonical(String line, String arch) {
        Space space = SpecParser.text(
                        "s", "{input: {channels: 4}, stages: ['" + line.replace(" ", "', '") + "']}", false)
                .space();
        assertThat(Arch.of(space.automaton().unrank(BigInteger.ZERO))).isEqualTo(arch);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void parsingItGivesTheSameNetwork(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int spaces = 0;
        while (spaces < 40) {
            Space space;
            try {
                space = SpecParser.text("random", RandomText.yaml(random), false)
                        .space();
            } catch (SpecException illegal) {
                continue; // channels that do not fit: the generator does not do the sums
            }
            spaces++;
            for (int draw = 0; draw < 10; draw++) {
                assertRoundTrip(space, space.automaton().unrank(id(random, space.variants())));
            }
        }
    }

    private static void assertRoundTrip(Space space, Variant variant) {
        String arch = Arch.of(variant);
        Input input = space.input();
        String yaml = "{input: {rank: " + input.rank() + ", channels: " + input.channels() + "}, stages: ['"
                + arch.replace(" ", "', '") + "']}";
        Space again = SpecParser.text(arch, yaml, false).space();
        assertThat(again.variants()).as(arch).isOne();
        Variant only = again.automaton().unrank(BigInteger.ZERO);
        assertThat(again.network(only).trunk())
                .as(arch)
                .isEqualTo(space.network(variant).trunk());
        assertThat(Arch.of(only)).isEqualTo(arch);
        assertFound(space, variant, arch);
    }

    private static void assertFound(Space space, Variant variant, String arch) {
        BigInteger found = ArchSearch.find(space, "arch", arch).orElseThrow();
        Variant same = space.automaton().unrank(found);
        assertThat(space.network(same)).as(arch).isEqualTo(space.network(variant));
        assertThat(found.compareTo(space.automaton().rank(variant)) <= 0
                        || Arch.of(same).equals(arch))
                .as(arch)
                .isTrue();
    }

    @Test
    void anArchIsFoundAmongMoreVariantsThanCanBeCounted() {
        Space space = SpecParser.line("45*cn_k1,3,5 1..3*mp_k2,3_s2").space();
        BigInteger id = space.variants().subtract(BigInteger.TWO);
        String arch = Arch.of(space.automaton().unrank(id));
        assertThat(ArchSearch.find(space, "arch", arch)).contains(id);
        assertThat(ArchSearch.find(space, "arch", arch + " cn_k3")).isEmpty();
        assertThat(ArchSearch.find(space, "arch", "cn_k3")).isEmpty();
    }

    @Test
    void ofEqualNetworksTheOneThatIsWrittenSoIsFound() {
        Space space = SpecParser.line("cn_k5 | 2*cn_k3 | cn_r2_k3").space();
        assertThat(ArchSearch.find(space, "arch", "cn_r2_k3")).contains(BigInteger.TWO);
        assertThat(ArchSearch.find(space, "arch", "cn_k3_s1 cn_k3")).contains(BigInteger.ONE);
        assertThatThrownBy(() -> ArchSearch.find(space, "arch", "cn_k3,5"))
                .hasMessage("arch:1:1: found 'cn_k3,5', expected one variant with every choice made, not 2");
    }

    private static BigInteger id(SplittableRandom random, BigInteger variants) {
        return new BigInteger(64, new Random(random.nextLong())).mod(variants);
    }
}
