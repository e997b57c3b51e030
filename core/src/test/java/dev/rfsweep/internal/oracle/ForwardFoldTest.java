package dev.rfsweep.internal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.net.AxisRead;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Identity;
import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Nets;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import dev.rfsweep.model.metric.EffectiveField;
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
            List<Fragment> layers = layers(random);
            State folded = fold(new State(AxisField.IDENTITY, size), layers);
            AxisField field = folded.field();
            AxisAnswer expected = new AxisAnswer(
                    BigInteger.valueOf(field.extent() + 1),
                    BigInteger.valueOf(field.stride()),
                    BigInteger.valueOf(field.pad()),
                    BigInteger.valueOf(field.spread()),
                    folded.size(),
                    BigInteger.valueOf(Math.max(field.extent() - field.pad(), 0)));
            assertThat(Oracle.of(new Network(1, List.of(size), 0, layers)).axes())
                    .as("%s over %d", layers, size)
                    .containsExactly(expected);
        }
    }

    private static State fold(State start, List<Fragment> fragments) {
        State state = start;
        for (Fragment fragment : fragments) {
            state = fragment.accept(new Forward(state));
        }
        return state;
    }

    /** One fragment further. */
    private record Forward(State state) implements Fragment.Visitor<State> {

        @Override
        public State single(Fragment.Single fragment) {
            if (fragment.isIdentity()) {
                return state;
            }
            AxisRead.Slide read =
                    (AxisRead.Slide) fragment.operator().read(0, 0, List.of(MapShape.of(0, 1, List.of(state.size()))));
            return new State(
                    state.field()
                            .then(read.window()
                                    .field(read.window().low(state.size()), EffectiveField.spread(read.window()))),
                    read.window().out(state.size()));
        }

        @Override
        public State chain(Fragment.Chain fragment) {
            return fold(state, fragment.parts());
        }

        @Override
        public State branches(Fragment.Branches fragment) {
            State trunk = fragment.branches().get(0).accept(this);
            State shortcut = fragment.branches().get(1).accept(this);
            return new State(trunk.field().hull(shortcut.field()), trunk.size());
        }
    }

    private static List<Fragment> layers(SplittableRandom random) {
        List<Fragment> layers = new ArrayList<>();
        for (int left = random.nextInt(1, 6); left > 0; left--) {
            layers.add(random.nextInt(3) == 0 ? residual(random) : Nets.conv(List.of(window(random)), 0, 1));
        }
        return layers;
    }

    private static Fragment residual(SplittableRandom random) {
        Window first = window(random);
        Window second = window(random);
        Window beside = new Window(1, first.stride() * second.stride(), 1, Padding.Auto.VALID);
        Fragment shortcut = beside.stride() == 1 ? Fragment.of(new Identity()) : Nets.conv(List.of(beside), 0, 1);
        return Nets.projected(shortcut, Nets.conv(List.of(first), 0, 1), Nets.conv(List.of(second), 0, 1));
    }

    private static Window window(SplittableRandom random) {
        List<Padding> paddings = new ArrayList<>(List.of(Padding.Auto.values()));
        paddings.add(new Padding.Fixed(random.nextInt(-3, 8), random.nextInt(-3, 8)));
        Padding padding = paddings.get(random.nextInt(paddings.size()));
        return new Window(random.nextInt(1, 8), random.nextInt(1, 4), random.nextInt(1, 4), padding);
    }
}
