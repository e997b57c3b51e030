package dev.rfsweep.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.space.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in {@code examples} are what they say. */
class ExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ofa-mbv3.yaml, 21758655492572485851",
        "nas-bench-macro.yaml, 6561",
        "vgg-grid.yaml, 768",
        "tcn.yaml, 15552",
    })
    void hasThisManyVariants(String file, BigInteger variants) {
        assertThat(space(file).variants()).isEqualTo(variants);
    }

    @Test
    void theIdOfANasBenchMacroNetworkInBaseThreeIsItsName() {
        Space space = space("nas-bench-macro.yaml");
        BigInteger id = new BigInteger("01210020", 3);
        assertThat(Arch.of(space.automaton().unrank(id)))
                .isEqualTo("cn_k3_c32 cn_k1_s2_c64 ir_k3_e3_c64 ir_k5_s2_e6_c128 ir_k3_e3_c128"
                        + " cn_k1_s2_c256 ir_k5_e6_c256 cn_k1_c1280 gp fc_c10");
    }

    private static Space space(String file) {
        try {
            return SpecParser.file(Path.of("..", "examples", file)).space();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
