package dev.rfsweep.internal.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.net.Concatenation;
import dev.rfsweep.internal.net.Convolution;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Identity;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.Nothing;
import dev.rfsweep.internal.net.Operator;
import dev.rfsweep.internal.net.Pool;
import dev.rfsweep.internal.net.TransposedConvolution;
import dev.rfsweep.internal.net.Upsampling;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which inputs every output unit of an operator reads, against its definition carried out unit by unit. */
class OperatorReadsTest {

    private static final int SIZE = 9;

    private static Tensor output(Fragment fragment) {
        return NetworkGraph.of(new Network(1, List.of(SIZE), 4, List.of(fragment)))
                .last();
    }

    private static Tensor output(Operator operator) {
        return output(Fragment.of(operator));
    }

    /** What {@code unit} reads of the input of the network, without what lies outside of it. */
    private static Set<Long> read(Tensor output, long unit) {
        Set<Long> inputs = new TreeSet<>();
        for (long input : output.links().get(0).read(0).indices(unit)) {
            if (input >= 0 && input < SIZE) {
                inputs.add(input);
            }
        }
        return inputs;
    }

    private static long units(Tensor output) {
        return output.shape().units(0);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,0,0", "3,1,1,1,1", "3,2,1,1,0", "5,3,2,4,2", "2,2,1,0,0", "4,1,3,-1,6"})
    void windowsSlideOverTheInput(int kernel, int stride, int dilation, int low, int high) {
        List<Window> windows = List.of(new Window(kernel, stride, dilation, new Padding.Fixed(low, high)));
        for (Operator operator :
                List.of(new Convolution(windows, 4, 1, false, true), new Pool(Pool.Kind.AVERAGE, windows))) {
            Tensor output = output(operator);
            assertThat(units(output)).isEqualTo((SIZE + low + high - dilation * (kernel - 1) - 1) / stride + 1);
            for (long unit = 0; unit < units(output); unit++) {
                Set<Long> expected = new TreeSet<>();
                for (long tap = 0; tap < kernel; tap++) {
                    long input = unit * stride + tap * dilation - low;
                    if (input >= 0 && input < SIZE) {
                        expected.add(input);
                    }
                }
                assertThat(read(output, unit)).as("unit %d", unit).isEqualTo(expected);
            }
        }
    }

    /** Forwards: input i is spread over the outputs i*stride + tap*dilation, of which the padding is cut off. */
    @ParameterizedTest
    @CsvSource({
        "1,1,1,0,0,0",
        "2,2,1,0,0,0",
        "3,2,1,1,1,1",
        "4,2,1,1,1,0",
        "3,2,2,0,3,0",
        "5,3,1,2,0,2",
        "2,3,1,0,0,1",
        "3,1,1,-1,2,0"
    })
    void transposedConvolutionsSpreadEveryInput(
            int kernel, int stride, int dilation, int low, int high, int outputPadding) {
        Tensor output = output(new TransposedConvolution(
                List.of(new Window(kernel, stride, dilation, new Padding.Fixed(low, high))),
                List.of(outputPadding),
                4,
                1,
                false,
                true));
        int size = (SIZE - 1) * stride - low - high + dilation * (kernel - 1) + outputPadding + 1;
        assertThat(units(output)).isEqualTo(size);
        for (long unit = 0; unit < size; unit++) {
            Set<Long> expected = new TreeSet<>();
            for (long input = 0; input < SIZE; input++) {
                for (long tap = 0; tap < kernel; tap++) {
                    if (input * stride + tap * dilation - low == unit) {
                        expected.add(input);
                    }
                }
            }
            assertThat(read(output, unit)).as("unit %d", unit).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void upsamplingRepeatsTheNearestPixel(int factor) {
        Tensor output = output(new Upsampling(List.of(factor), false));
        assertThat(units(output)).isEqualTo((long) SIZE * factor);
        for (long unit = 0; unit < units(output); unit++) {
            assertThat(read(output, unit)).as("unit %d", unit).containsExactly(unit / factor);
        }
    }

    /** The centre of unit u lies at (u + 1/2) / factor - 1/2 of the input: between two pixels, or on one of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void linearUpsamplingReadsThePixelsAroundTheCentre(int factor) {
        Tensor output = output(new Upsampling(List.of(factor), true));
        assertThat(units(output)).isEqualTo((long) SIZE * factor);
        for (long unit = 0; unit < units(output); unit++) {
            double centre = (unit + 0.5) / factor - 0.5;
            Set<Long> expected = new TreeSet<>();
            for (double pixel : new double[] {Math.floor(centre + 1e-9), Math.ceil(centre - 1e-9)}) {
                if (pixel >= 0 && pixel < SIZE) {
                    expected.add((long) pixel);
                }
            }
            assertThat(read(output, unit)).as("unit %d", unit).isEqualTo(expected);
        }
    }

    /** Each input of a concatenation is read unit for unit: a wide branch and the input itself. */
    @Test
    void concatenationReadsAllBranches() {
        Fragment wide =
                Fragment.of(new Convolution(List.of(new Window(5, 1, 1, Padding.Auto.SAME)), 3, 1, false, true));
        Fragment narrow = Fragment.of(new Identity());
        Tensor output = output(new Fragment.Branches("cat", List.of(narrow, wide), new Concatenation()));
        assertThat(output.shape().size(1)).isEqualTo(4 + 3);
        assertThat(output.links()).hasSize(2);
        for (OperatorInput link : output.links()) {
            for (long unit = 0; unit < SIZE; unit++) {
                assertThat(link.read(0).indices(unit)).containsExactly(unit);
            }
        }
        List<Long> sources =
                output.links().stream().map(link -> (long) link.source().id()).toList();
        assertThat(sources).isEqualTo(LongStream.of(0, 1).boxed().toList());
    }

    @Test
    void whatDependsOnNothingReadsNothing() {
        assertThat(output(new Nothing()).links()).isEmpty();
    }
}
