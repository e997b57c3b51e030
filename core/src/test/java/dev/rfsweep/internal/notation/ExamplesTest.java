package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Bounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in {@code examples} are what they say. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    /** One block for every power of two, up to one of the last four. */
    private static final Pattern DILATIONS = Pattern.compile("cn_k1_c32 bb_k\\d bb_k\\d_dil2 bb_k\\d_dil4 bb_k\\d_dil8"
            + " bb_k\\d_dil16( bb_k\\d_dil32( bb_k\\d_dil64( bb_k\\d_dil128)?)?)?");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ofa-mbv3.yaml, 21758655492572485851",
        "nas-bench-macro.yaml, 6561",
        "vgg-grid.yaml, 768",
        "tcn.yaml, 9720",
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

    /** The comment of that file says what it lacks beside the published space, whose params run from 3.41 to 7.67 million. */
    @Test
    void theOnceForAllFileTellsItsParams() throws IOException {
        Space space = space("ofa-mbv3.yaml");
        Bounds params = Answers.over(space, List.of()).bounds(Conditions.columns("params", space.schema()));
        assertThat(Files.readString(EXAMPLES.resolve("ofa-mbv3.yaml")).replaceAll("\\s+#?\\s*", " "))
                .contains(String.format(
                        Locale.ROOT,
                        "params run from %.2f to %.2f million here",
                        params.least().get(0).longValue() / 1e6,
                        params.most().get(0).longValue() / 1e6));
    }

    @Test
    void noTemporalNetworkSkipsADilation() {
        Space space = space("tcn.yaml");
        for (int id = 0; id < space.variants().intValueExact(); id++) {
            String arch = Arch.of(space.automaton().unrank(BigInteger.valueOf(id)));
            assertThat(arch).matches(DILATIONS);
        }
    }

    private static Space space(String file) {
        try {
            return SpecParser.file(EXAMPLES.resolve(file)).space();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
