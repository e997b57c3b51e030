package dev.rfsweep.internal.emit;

import static dev.rfsweep.internal.emit.Networks.POINT;
import static dev.rfsweep.internal.emit.Networks.SAME3;
import static dev.rfsweep.internal.emit.Networks.average;
import static dev.rfsweep.internal.emit.Networks.conv;
import static dev.rfsweep.internal.emit.Networks.fixed;
import static dev.rfsweep.internal.emit.Networks.max;
import static dev.rfsweep.internal.emit.Networks.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Nets;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.SqueezeExcite;
import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KerasTest {

    private static final String NORM = "x = layers.BatchNormalization()(x)\nx = layers.ReLU()(x)\n";

    @Test
    void aFileIsWhole() {
        Fragment beside = conv(new Window(1, 2, 1, Padding.Auto.VALID), 16, 1);
        Fragment residual = Nets.projected(beside, SqueezeExcite.of(2, 8, 2), conv(same(3, 2, 1), 16, 1));
        assertThat(Keras.of(Networks.sized(2, 9, residual), "Tiny")).isEqualTo("""
                import keras
                from keras import layers


                def squeeze_excite(x, channels, hidden):
                    gate = layers.GlobalAveragePooling2D(keepdims=True)(x)
                    gate = layers.Conv2D(hidden, 1, activation="relu")(gate)
                    gate = layers.Conv2D(channels, 1, activation="sigmoid")(gate)
                    return layers.Multiply()([x, gate])


                def build():
                    inputs = keras.Input((9, 9, 8))
                    x = inputs
                    shortcut = x
                    x = squeeze_excite(x, 8, 2)
                    x = layers.ZeroPadding2D(1)(x)
                    x = layers.Conv2D(16, 3, strides=2, use_bias=False)(x)
                    x = layers.BatchNormalization()(x)
                    shortcut = layers.Conv2D(16, 1, strides=2, use_bias=False)(shortcut)
                    shortcut = layers.BatchNormalization()(shortcut)
                    x = layers.Add()([x, shortcut])
                    return keras.Model(inputs, x, name="Tiny")
                """);
    }

    @Test
    void everyBorderIsPaddedByHand() {
        Fragment even = Nets.conv(List.of(same(4, 1, 1), same(2, 1, 1)), 8, 1);
        assertThat(body(Networks.of(even)))
                .isEqualTo("x = layers.ZeroPadding2D(((1, 2), (0, 1)))(x)\n"
                        + "x = layers.Conv2D(8, (4, 2), use_bias=False)(x)\n" + NORM);
        assertThat(body(Networks.of(conv(fixed(3, 1, -1, 2), 8, 1)))).startsWith("""
                        x = layers.Cropping2D(((1, 0), (1, 0)))(x)
                        x = layers.ZeroPadding2D(((0, 2), (0, 2)))(x)
                        """);
        assertThat(body(Networks.of(conv(POINT, 8, 1)))).startsWith("x = layers.Conv2D(8, 1, use_bias=False)(x)\n");
    }

    @Test
    void depthwiseLayersAreUsedWhereKerasHasThem() {
        assertThat(body(Networks.of(conv(SAME3, 8, 8)))).contains("layers.DepthwiseConv2D(3, use_bias=False)");
        assertThat(body(Networks.of(conv(SAME3, 16, 8)))).contains("layers.Conv2D(16, 3, groups=8, use_bias=False)");
        Fragment uneven = Nets.conv(List.of(same(3, 2, 1), SAME3), 8, 8);
        assertThat(body(Networks.of(uneven))).contains("layers.Conv2D(8, 3, strides=(2, 1), groups=8,");
        Fragment deep = Nets.conv(Collections.nCopies(3, SAME3), 8, 8);
        assertThat(body(Networks.sized(3, 9, deep))).contains("layers.Conv3D(8, 3, groups=8,");
    }

    @Test
    void strideAndDilationAreTwoLayers() {
        assertThat(body(Networks.of(conv(same(3, 2, 2), 8, 1)))).isEqualTo("""
                x = layers.ZeroPadding2D(2)(x)
                x = layers.Conv2D(8, 3, dilation_rate=2, use_bias=False)(x)
                x = layers.MaxPooling2D(1, strides=2)(x)
                """ + NORM);
        assertThat(body(Networks.of(conv(same(1, 2, 2), 8, 1)))).contains("layers.Conv2D(8, 1, strides=2,");
    }

    @Test
    void maximaArePaddedWithWhatNeverWins() {
        assertThat(body(Networks.of(max(same(3, 2, 1))))).isEqualTo("""
                x = keras.ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=float("-inf"))
                x = layers.MaxPooling2D(3, strides=2)(x)
                """);
        assertThat(body(Networks.of(average(same(3, 2, 1))))).isEqualTo("""
                x = layers.ZeroPadding2D(1)(x)
                x = layers.AveragePooling2D(3, strides=2)(x)
                """);
        assertThatThrownBy(() -> Keras.of(Networks.of(max(same(3, 1, 2))), "Net"))
                .isInstanceOf(InexpressibleException.class)
                .hasMessage("Keras has no pooling with dilation");
    }

    @Test
    void denseLayersFollowAFlatMap() {
        Fragment dense = Nets.dense(5);
        assertThat(body(Networks.of(Nets.globalPool(), dense, dense))).isEqualTo("""
                x = layers.GlobalAveragePooling2D(keepdims=True)(x)
                x = layers.Flatten()(x)
                x = layers.Dense(5)(x)
                x = layers.ReLU()(x)
                x = layers.Dense(5)(x)
                """);
    }

    @Test
    void theRankChoosesTheClassesAndTheInput() {
        Fragment line = Nets.conv(List.of(same(2, 1, 1)), 8, 8);
        assertThat(Keras.of(new Network(1, List.of(), 8, List.of(line)), "Net"))
                .contains("keras.Input((None, 8))", "ZeroPadding1D((0, 1))", "DepthwiseConv1D(2, use_bias=False)");
    }

    @Test
    void channelsAreNeeded() {
        assertThatThrownBy(() -> Keras.of(new Network(2, List.of(), 0, List.of()), "Net"))
                .isInstanceOf(InexpressibleException.class)
                .hasMessageContaining("without channels");
    }

    private static String body(Network network) {
        return Keras.of(network, "Net")
                .lines()
                .dropWhile(line -> !line.equals("    x = inputs"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("    return"))
                .map(line -> line.substring(4) + "\n")
                .collect(Collectors.joining());
    }
}
