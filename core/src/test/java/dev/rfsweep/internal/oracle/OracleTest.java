package dev.rfsweep.internal.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Nets;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.SqueezeExcite;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Corners of the oracle that no chain and no block reaches. */
class OracleTest {

    private static final Padding LATE = new Padding.Fixed(-1, 3);

    @Test
    void aShortcutBesideItsTrunkWidensTheHull() {
        // the trunk reads o + 1 to o + 3, the shortcut o
        Fragment residual = Nets.residual(conv(3, 1, LATE));
        assertThat(axis(residual)).isEqualTo(answer(4, 1, 0, 8, 20));
        Fragment early = Nets.residual(conv(3, 1, new Padding.Fixed(3, -1)));
        assertThat(axis(early)).isEqualTo(answer(4, 1, 3, 8, 20));
    }

    @Test
    void aProjectionBesideItsTrunkWidensTheHull() {
        // the trunk reads 2o + 1 to 2o + 3, the projection 2o
        Fragment projection = conv(1, 2, Padding.Auto.VALID);
        assertThat(axis(Nets.projected(projection, conv(3, 2, LATE)))).isEqualTo(answer(4, 2, 0, 8, 10));
    }

    @Test
    void aHullIsCarriedThroughTheLayersBeforeIt() {
        // units o to o + 3 of the first map, which read 2o - 1 to 2*(o + 3) + 1
        Fragment residual = Nets.residual(conv(3, 1, LATE));
        assertThat(axis(conv(3, 2, Padding.Auto.SAME), residual)).isEqualTo(answer(9, 2, 1, 8 + 4 * 8, 10));
    }

    @Test
    void axesAreSeparate() {
        Window tall = new Window(5, 2, 1, Padding.Auto.SAME);
        Window wide = new Window(3, 1, 2, Padding.Auto.VALID);
        Network network = new Network(2, List.of(20, 9), 0, List.of(Nets.max(List.of(tall, wide))));
        assertThat(Oracle.of(network).axes()).containsExactly(answer(5, 2, 2, 24, 10), answer(5, 1, 0, 32, 5));
    }

    @Test
    void aMapWithoutUnitsMakesTheNetworkInvalidEvenInsideATrunk() {
        Fragment shrinking = conv(21, 1, Padding.Auto.VALID);
        Fragment growing = conv(1, 1, new Padding.Fixed(10, 10));
        assertThat(Oracle.of(network(shrinking))).isEqualTo(Answer.INVALID);
        assertThat(Oracle.of(network(shrinking, growing)).valid()).isFalse();
        assertThat(Oracle.of(network(Nets.residual(shrinking, growing))).valid())
                .isFalse();
        assertThat(Oracle.of(network(conv(20, 1, Padding.Auto.VALID))).valid()).isTrue();
    }

    @Test
    void oneAxisWithoutUnitsIsEnoughToBeInvalid() {
        Window window = new Window(10, 1, 1, Padding.Auto.VALID);
        Fragment pool = Nets.max(List.of(window, window));
        assertThat(Oracle.of(new Network(2, List.of(20, 9), 0, List.of(pool))).valid())
                .isFalse();
        assertThat(Oracle.of(new Network(2, List.of(9, 20), 0, List.of(pool))).valid())
                .isFalse();
    }

    @Test
    void withoutAnInputSizeThereAreFieldsAndParamsButNoSizesAndNoMacs() {
        Answer answer = Oracle.of(new Network(1, List.of(), 8, List.of(conv(3, 2, Padding.Auto.SAME))));
        assertThat(answer)
                .isEqualTo(new Answer(
                        true,
                        List.of(answer(3, 2, 1, 8, 0)),
                        BigInteger.valueOf(3 * 8 * 4 + 2 * 4),
                        BigInteger.ZERO,
                        1,
                        BigInteger.ZERO));
    }

    @Test
    void withoutChannelsThereAreNoParamsAndNoMacs() {
        Fragment gate = SqueezeExcite.of(1, 0, 1);
        Answer answer = Oracle.of(new Network(1, List.of(20), 0, List.of(conv(3, 2, Padding.Auto.SAME), gate)));
        assertThat(answer.params()).isZero();
        assertThat(answer.macs()).isZero();
    }

    @Test
    void whatDependsOnAnUnknownSizeIsRefused() {
        Fragment upper = conv(3, 2, Padding.Auto.SAME_UPPER);
        assertThatThrownBy(() -> Oracle.of(new Network(1, List.of(), 8, List.of(upper))))
                .hasMessage("SAME_UPPER is unknown without the input size");
        assertThatThrownBy(() -> Oracle.of(new Network(1, List.of(), 8, List.of(Nets.dense(10)))))
                .hasMessage("the inputs of a dense layer are unknown without the input size");
    }

    @Test
    void aWindowBehindAGlobalPoolIsRefused() {
        assertThatThrownBy(() -> Oracle.of(network(Nets.globalPool(), conv(1, 1, Padding.Auto.VALID))))
                .hasMessageStartingWith("no map is left for Conv");
    }

    @Test
    void figuresBeyondALongAreExact() {
        Fragment halving = conv(3, 2, Padding.Auto.SAME);
        List<Fragment> hundred = Collections.nCopies(100, halving);
        AxisAnswer axis =
                Oracle.of(new Network(1, List.of(), 0, hundred)).axes().get(0);
        BigInteger stride = BigInteger.TWO.pow(100);
        assertThat(axis.stride()).isEqualTo(stride);
        // 1 + 2*(1 + 2 + ... + 2^99)
        assertThat(axis.rf()).isEqualTo(stride.shiftLeft(1).subtract(BigInteger.ONE));
        assertThat(axis.pad()).isEqualTo(stride.subtract(BigInteger.ONE));
        // 8*(1 + 4 + ... + 4^99)
        assertThat(axis.variance12())
                .isEqualTo(BigInteger.TWO
                        .pow(200)
                        .subtract(BigInteger.ONE)
                        .divide(BigInteger.valueOf(3))
                        .shiftLeft(3));
    }

    private static Fragment conv(int kernel, int stride, Padding padding) {
        return Nets.conv(List.of(new Window(kernel, stride, 1, padding)), 4, 1);
    }

    private static Network network(Fragment... layers) {
        return new Network(1, List.of(20), 8, List.of(layers));
    }

    private static AxisAnswer axis(Fragment... layers) {
        return Oracle.of(network(layers)).axes().get(0);
    }

    private static AxisAnswer answer(long rf, long stride, long pad, long variance12, long out) {
        return new AxisAnswer(
                BigInteger.valueOf(rf),
                BigInteger.valueOf(stride),
                BigInteger.valueOf(pad),
                BigInteger.valueOf(variance12),
                out,
                BigInteger.valueOf(Math.max(rf - 1 - pad, 0)));
    }
}
