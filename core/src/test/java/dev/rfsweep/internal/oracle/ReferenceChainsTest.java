package dev.rfsweep.internal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle against the world: what brute force through real network code found, layer by layer. */
class ReferenceChainsTest {

    static Stream<Chain> chains() throws IOException {
        return Chain.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chains")
    void everyLayerSeesWhatBruteForceFound(Chain chain) {
        for (int layers = 1; layers <= chain.layers().size(); layers++) {
            Answer answer = Oracle.of(chain.prefix(layers));
            List<Chain.Expected> found =
                    answer.axes().stream().map(ReferenceChainsTest::comparable).toList();
            assertThat(answer.depth()).isEqualTo(layers);
            assertThat(found).as("layer %d", layers).isEqualTo(chain.expected().get(layers - 1));
        }
    }

    private static Chain.Expected comparable(AxisAnswer axis) {
        return new Chain.Expected(
                Math.toIntExact(axis.out()),
                axis.rf().intValueExact(),
                axis.stride().intValueExact(),
                axis.pad().negate().intValueExact());
    }
}
