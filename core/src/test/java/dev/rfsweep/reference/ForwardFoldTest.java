package dev.rfsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Network;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The algebra of the model, folded from the input on, against the oracle, which walks back from the output. */
class ForwardFoldTest {

    /** Where a fold has come to: the field so far, and the size of the map. */
    private record State(AxisField field, long size) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void foldingForwardAgreesWithWalkingBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            int size = random.nextInt(40_000, 50_000);
            List<Layer> layers = layers(random);
            State folded = fold(new State(AxisField.IDENTITY, size), layers);
            AxisField field = folded.field();
            AxisAnswer expected = new AxisAnswer(
                    BigInteger.valueOf(field.receptiveField()),
                    BigInteger.valueOf(field.stride()),
                    BigInteger.valueOf(field.pad()),
                    BigInteger.valueOf(field.variance12()),
                    folded.size());
            assertThat(Reference.of(new Network(1, List.of(size), 0, layers)).axes())
                    .as("%s over %d", layers, size)
                    .containsExactly(expected);
        }
    }

    private static State fold(State start, List<Layer> layers) {
        State state = start;
        for (Layer layer : layers) {
            if (layer instanceof Layer.Residual residual) {
                State trunk = fold(new State(AxisField.IDENTITY, state.size()), residual.trunk());
                state = new State(state.field().then(trunk.field().orPixel()), trunk.size());
            } else {
                Window window = ((Layer.Conv) layer).windows().get(0);
                state = new State(state.field().then(window.field(state.size())), window.out(state.size()));
            }
        }
        return state;
    }

    private static List<Layer> layers(SplittableRandom random) {
        List<Layer> layers = new ArrayList<>();
        for (int left = random.nextInt(1, 6); left > 0; left--) {
            layers.add(random.nextInt(3) == 0 ? residual(random) : conv(random));
        }
        return layers;
    }

    private static Layer residual(SplittableRandom random) {
        Layer.Conv first = conv(random);
        Layer.Conv second = conv(random);
        int stride = first.windows().get(0).stride() * second.windows().get(0).stride();
        Window window = new Window(1, stride, 1, Padding.Auto.VALID);
        Layer.Conv projection = stride == 1 ? null : new Layer.Conv(List.of(window), 0, 1);
        return new Layer.Residual(List.of(first, second), projection);
    }

    private static Layer.Conv conv(SplittableRandom random) {
        List<Padding> paddings = new ArrayList<>(List.of(Padding.Auto.values()));
        paddings.add(new Padding.Fixed(random.nextInt(-3, 8), random.nextInt(-3, 8)));
        Padding padding = paddings.get(random.nextInt(paddings.size()));
        Window window = new Window(random.nextInt(1, 8), random.nextInt(1, 4), random.nextInt(1, 4), padding);
        return new Layer.Conv(List.of(window), 0, 1);
    }
}
