package dev.rfsweep.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.IntervalSet;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.model.AxisView;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back against brute force on tiny inputs, and the way forwards against the way back far from the borders. */
@Tag("slow")
class RandomGraphsTest {

    private static final int GRAPHS = 150;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyUnitSeesWhatBruteForceFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < GRAPHS; round++) {
            int axes = 1 + random.nextInt(2);
            long[] size = random.longs(axes, 1, axes == 1 ? 14 : 7).toArray();
            RandomGraphs net = new RandomGraphs(random, axes, true, size);
            Analysis analysis = Analysis.of(net.graph, Gates.FOLLOW);
            for (Tensor tensor : net.graph.tensors()) {
                Tiny oracle = net.oracle.get(tensor.id());
                int step = 1 + oracle.seen().length / 40;
                for (int unit = 0; unit < oracle.seen().length; unit += step) {
                    long[] at = new long[axes];
                    for (int axis = 0; axis < axes; axis++) {
                        at[axis] = Tiny.at(oracle.extents(), unit, axis);
                    }
                    Region region = analysis.region(tensor, at);
                    BitSet expected = oracle.seen()[unit];
                    assertThat(positions(region, size))
                            .as("round %d, unit %d of %s", round, unit, tensor)
                            .isEqualTo(expected);
                    assertThat(region.count()).isEqualTo(expected.cardinality());
                }
            }
        }
    }

    private static BitSet positions(Region region, long[] size) {
        BitSet positions = new BitSet();
        int volume = Tiny.input(size).seen().length;
        for (IntervalSet[] box : region.boxes()) {
            for (int position = 0; position < volume; position++) {
                boolean inside = true;
                for (int axis = 0; axis < size.length; axis++) {
                    inside &= box[axis].contains(Tiny.at(size, position, axis));
                }
                if (inside) {
                    positions.set(position);
                }
            }
        }
        return positions;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void forwardsAgreesWithBackwardsFarFromTheBorders(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int compared = 0;
        for (int round = 0; round < GRAPHS; round++) {
            long size = random.nextLong(150, 170);
            RandomGraphs net = new RandomGraphs(random, 1, false, size);
            Analysis analysis = Analysis.of(net.graph, Gates.FOLLOW);
            for (Tensor tensor : net.graph.tensors()) {
                AxisView view = analysis.view(tensor, 0);
                long units = tensor.shape().units(0);
                for (long unit = units / 3; unit < units && unit < units / 3 + 40; unit++) {
                    Region region = analysis.region(tensor, unit);
                    if (view.kind() == AxisView.Kind.LOCAL) {
                        compared += compare(
                                view, unit, region, size, "round " + round + ", unit " + unit + " of " + tensor);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    /** Returns whether the unit is far enough from the borders to be compared. */
    private static int compare(AxisView view, long unit, Region region, long size, String where) {
        int phases = view.phases().size();
        AxisView.Phase phase = view.phases().get((int) (unit % phases));
        long start = phase.start() + unit / phases * view.shift();
        long margin = size / 5;
        if (phase.size() > 0 && (start < margin || start + phase.size() > size - margin)) {
            return 0;
        }
        if (phase.size() == 0) {
            assertThat(region.isEmpty()).as(where).isTrue();
            return 1;
        }
        assertThat(new long[] {region.lo(0), region.hi(0), region.count()})
                .as(where)
                .containsExactly(start, start + phase.size() - 1, phase.count());
        assertThat(phase.size()).isBetween(view.rfMin(), view.rf());
        return 1;
    }
}
