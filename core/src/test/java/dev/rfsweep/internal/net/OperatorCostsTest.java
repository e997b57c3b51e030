package dev.rfsweep.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shape, params, multiply-adds, activations and depth of every operator, worked out by hand from PyTorch's formulas. For
 * a window of kernel k, stride s and dilation d with padding p on both sides of n inputs those are
 * {@code floor((n + 2p - d(k-1) - 1) / s) + 1} outputs of a convolution, and {@code (n-1)s - 2p + d(k-1) + 1} plus the output
 * padding of a transposed one.
 */
class OperatorCostsTest {

    private static final Padding.Auto SAME = Padding.Auto.SAME;

    /** What an operator must say of itself; {@code acts} are the outputs that count as activations. */
    private record Facts(MapShape out, long params, long macs, long acts, int depth) {

        static Facts of(Operator operator, List<MapShape> inputs) {
            MapShape out = operator.shape(inputs);
            return new Facts(
                    out,
                    operator.params(inputs),
                    operator.macs(inputs, out),
                    operator.activations(out),
                    operator.depth());
        }
    }

    private static MapShape map(long channels, Integer... sizes) {
        return MapShape.of(channels, sizes.length, List.of(sizes));
    }

    private static MapShape unsized(long channels) {
        return MapShape.of(channels, 2, List.of());
    }

    private static List<Window> square(int kernel, int stride, int dilation, Padding padding) {
        Window window = new Window(kernel, stride, dilation, padding);
        return List.of(window, window);
    }

    private static Padding pad(int pixels) {
        return new Padding.Fixed(pixels, pixels);
    }

    private static Arguments convolution(
            String what, Convolution conv, MapShape in, MapShape out, long params, long macs, long acts) {
        return Arguments.of(what, conv, List.of(in), new Facts(out, params, macs, acts, 1));
    }

    static Stream<Arguments> convolutions() {
        List<Window> uneven = List.of(new Window(3, 2, 1, pad(1)), new Window(5, 1, 2, pad(4)));
        return Stream.of(
                convolution(
                        "the first of a ResNet, with batch norm",
                        new Convolution(square(7, 2, 1, pad(3)), 64, 1, true, false),
                        map(3, 224, 224),
                        map(64, 112, 112),
                        64 * 3 * 49 + 2 * 64,
                        64 * 3 * 49 * 112L * 112,
                        64 * 112 * 112),
                convolution(
                        "grouped, other windows on either axis, with bias",
                        new Convolution(uneven, 32, 4, false, true),
                        map(16, 14, 28),
                        map(32, 7, 28),
                        32 * 4 * 15 + 32,
                        32 * 4 * 15 * 7 * 28,
                        32 * 7 * 28),
                convolution(
                        "depthwise, neither norm nor bias",
                        new Convolution(square(5, 1, 1, SAME), 96, 96, false, false),
                        map(96, 14, 14),
                        map(96, 14, 14),
                        96 * 25,
                        96 * 25 * 14 * 14,
                        96 * 14 * 14),
                convolution(
                        "1-D, both norm and bias",
                        new Convolution(List.of(new Window(10, 3, 1, Padding.Auto.VALID)), 4, 1, true, true),
                        map(8, 100),
                        map(4, 31),
                        4 * 8 * 10 + 3 * 4,
                        4 * 8 * 10 * 31,
                        4 * 31),
                convolution(
                        "larger than its input",
                        new Convolution(square(7, 1, 1, Padding.Auto.VALID), 8, 1, false, false),
                        map(8, 9, 5),
                        map(8, 3, 0),
                        8 * 8 * 49,
                        0,
                        0));
    }

    private static Arguments transposed(
            String what,
            TransposedConvolution conv,
            MapShape in,
            MapShape out,
            long params,
            long macsPerInput,
            long acts) {
        long macs = macsPerInput * in.area("macs"); // every input meets every weight once
        return Arguments.of(what, conv, List.of(in), new Facts(out, params, macs, acts, 1));
    }

    static Stream<Arguments> transposedConvolutions() {
        List<Integer> none = List.of(0, 0);
        List<Window> uneven = List.of(new Window(4, 2, 1, new Padding.Fixed(1, 0)), new Window(3, 1, 2, pad(1)));
        return Stream.of(
                transposed(
                        "the last step up of a U-Net",
                        new TransposedConvolution(square(2, 2, 1, pad(0)), none, 512, 1, false, true),
                        map(1024, 32, 32),
                        map(512, 64, 64),
                        2_097_664,
                        1024 * 512 * 4,
                        512 * 64 * 64),
                transposed(
                        "the first of a DCGAN, with batch norm",
                        new TransposedConvolution(square(4, 1, 1, pad(0)), none, 512, 1, true, false),
                        map(100, 1, 1),
                        map(512, 4, 4),
                        100 * 512 * 16 + 2 * 512,
                        100 * 512 * 16,
                        512 * 16),
                transposed(
                        "the second of a DCGAN",
                        new TransposedConvolution(square(4, 2, 1, pad(1)), none, 256, 1, false, false),
                        map(512, 4, 4),
                        map(256, 8, 8),
                        2_097_152,
                        2_097_152,
                        256 * 64),
                transposed(
                        "output padding on one axis, two groups",
                        new TransposedConvolution(square(3, 2, 1, pad(1)), List.of(1, 0), 8, 2, false, true),
                        map(16, 7, 7),
                        map(8, 14, 13),
                        16 / 2 * 8 * 9 + 8,
                        16 / 2 * 8 * 9,
                        8 * 14 * 13),
                transposed(
                        "other windows on either axis, one side padded, dilated",
                        new TransposedConvolution(uneven, none, 2, 1, false, false),
                        map(3, 3, 5),
                        map(2, 7, 7),
                        3 * 2 * 12,
                        3 * 2 * 12,
                        2 * 7 * 7),
                transposed(
                        "cropped to nothing",
                        new TransposedConvolution(square(3, 1, 1, pad(3)), none, 2, 1, false, false),
                        map(2, 5, 4),
                        map(2, 1, 0),
                        2 * 2 * 9,
                        2 * 2 * 9,
                        0));
    }

    private static Arguments free(String what, Operator operator, List<MapShape> inputs, MapShape out) {
        return Arguments.of(what, operator, inputs, new Facts(out, 0, 0, 0, 0));
    }

    static Stream<Arguments> others() {
        MapShape map = map(8, 5, 7);
        return Stream.of(
                Arguments.of(
                        "pooling",
                        new Pool(Pool.Kind.MAX, square(3, 2, 1, pad(1))),
                        List.of(map(64, 112, 112)),
                        new Facts(map(64, 56, 56), 0, 0, 64 * 56 * 56, 1)),
                Arguments.of(
                        "the first dense layer of a VGG",
                        new Dense(4096),
                        List.of(map(512, 7, 7)),
                        new Facts(MapShape.vector(4096), 102_764_544, 102_760_448, 4096, 0)),
                Arguments.of(
                        "the last dense layer of a VGG",
                        new Dense(1000),
                        List.of(MapShape.vector(4096)),
                        new Facts(MapShape.vector(1000), 4_097_000, 4_096_000, 1000, 0)),
                free("upsampling", new Upsampling(List.of(2, 3), false), List.of(map), map(8, 10, 21)),
                free("linear upsampling", new Upsampling(List.of(4, 1), true), List.of(map), map(8, 20, 7)),
                free("global pooling", new GlobalPool(), List.of(map), map(8, 1, 1)),
                free("addition", new Add(), List.of(map, map), map),
                free("concatenation", new Concatenation(), List.of(map, map(3, 5, 7), map(1, 5, 7)), map(12, 5, 7)),
                free("a gate", new Multiplication(), List.of(map, map(8, 1, 1)), map),
                free("identity", new Identity(), List.of(map), map),
                free("nothing", new Nothing(), List.of(map), map));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"convolutions", "transposedConvolutions", "others"})
    void costsAreThoseByHand(String what, Operator operator, List<MapShape> inputs, Facts expected) {
        assertThat(Facts.of(operator, inputs)).isEqualTo(expected);
    }

    /** An operator that is added later must be worked out by hand here. */
    @Test
    void everyOperatorIsTested() {
        assertThat(Stream.of(convolutions(), transposedConvolutions(), others())
                        .flatMap(tests -> tests)
                        .<Object>map(test -> test.get()[1].getClass()))
                .contains((Object[]) Operator.class.getPermittedSubclasses());
    }

    /** Weights need no sizes, outputs do; only a global pool knows its own. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"convolutions", "transposedConvolutions"})
    void withoutSizesOnlyParamsAreKnown(String what, Operator operator, List<MapShape> inputs, Facts expected) {
        int rank = inputs.get(0).rank();
        List<MapShape> unsized = List.of(MapShape.of(inputs.get(0).channels(), rank, List.of()));
        MapShape out = operator.shape(unsized);
        assertThat(out).isEqualTo(MapShape.of(expected.out.channels(), rank, List.of()));
        assertThat(operator.params(unsized)).isEqualTo(expected.params);
        assertThatThrownBy(() -> operator.macs(unsized, out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("macs is unknown without the size of the input");
        assertThatThrownBy(() -> operator.activations(out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("acts is unknown without the size of the input");
    }

    @Test
    void sizesThatAreUnknownStaySo() {
        List<MapShape> in = List.of(unsized(8));
        assertThat(new Upsampling(List.of(2, 2), false).shape(in)).isEqualTo(unsized(8));
        assertThat(new Pool(Pool.Kind.MAX, square(3, 2, 1, SAME)).shape(in)).isEqualTo(unsized(8));
        assertThat(new Concatenation().shape(List.of(unsized(8), unsized(4)))).isEqualTo(unsized(12));
        assertThat(new GlobalPool().shape(in)).isEqualTo(map(8, 1, 1));
    }

    /** A map without units stays without them, whatever comes behind it. */
    @Test
    void nothingBringsUnitsBack() {
        MapShape empty = map(8, 0, 4);
        List<MapShape> in = List.of(empty);
        assertThat(new Convolution(square(1, 1, 1, pad(5)), 8, 1, false, false).shape(in))
                .isEqualTo(map(8, 0, 14));
        assertThat(new TransposedConvolution(square(3, 2, 1, pad(0)), List.of(1, 0), 8, 1, false, false).shape(in))
                .isEqualTo(map(8, 0, 9));
        assertThat(new Upsampling(List.of(2, 2), false).shape(in)).isEqualTo(map(8, 0, 8));
        assertThat(new GlobalPool().shape(in)).isEqualTo(empty);
        assertThat(new Dense(10).shape(in)).isEqualTo(map(10, 0, 4));
        assertThat(new Add().shape(List.of(map(8, 4, 4), empty))).isEqualTo(empty);
        assertThat(new Concatenation().shape(List.of(map(8, 4, 4), empty))).isEqualTo(map(16, 0, 4));
    }

    /** Such a padding would have to be worked out from the output, as the windows slide over it. */
    @ParameterizedTest
    @EnumSource(
            value = Padding.Auto.class,
            names = {"SAME_UPPER", "SAME_LOWER"})
    void transposedConvolutionsHaveNoPaddingThatDependsOnTheSize(Padding padding) {
        assertThatThrownBy(() -> new TransposedConvolution(square(3, 2, 1, padding), List.of(0, 0), 8, 1, false, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the padding of a transposed convolution cannot depend on its input");
    }

    @Test
    void costsBeyondALongAreRefused() {
        Convolution huge = new Convolution(square(3, 1, 1, SAME), 1L << 40, 1, true, false);
        assertThatThrownBy(() -> huge.params(List.of(map(1L << 40, 8, 8)))).hasMessageContaining("params");
        MapShape wide = map(4, 1 << 30, 1 << 30);
        Convolution narrow = new Convolution(square(3, 1, 1, SAME), 4, 1, true, false);
        assertThat(narrow.params(List.of(wide))).isEqualTo(4 * 4 * 9 + 8);
        assertThatThrownBy(() -> narrow.macs(List.of(wide), narrow.shape(List.of(wide))))
                .hasMessageContaining("macs");
    }
}
