package dev.rfsweep.internal.analysis.regions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.reads.IntervalSet;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unions of boxes against sets of points. A seed in a test's name draws the boxes again. */
class RegionTest {

    private static final int SIDE = 12;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pointsAreThoseOfAllBoxes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            int axes = 1 + random.nextInt(3);
            Region region = new Region(axes);
            BitSet points = new BitSet();
            for (int box = random.nextInt(7); box > 0; box--) {
                IntervalSet[] drawn = new IntervalSet[axes];
                for (int axis = 0; axis < axes; axis++) {
                    drawn[axis] = side(random);
                }
                addPoints(drawn, 0, 0, points);
                region.add(drawn);
            }
            assertThat(region.count()).isEqualTo(points.cardinality());
            assertThat(region.isEmpty()).isEqualTo(points.isEmpty());
            assertThat(region.exact()).isTrue();
            assertThat(region.settled()).isSameAs(region);
            for (int axis = 0; axis < axes; axis++) {
                assertAxis(region, axis, points, axes);
            }
        }
    }

    private static IntervalSet side(SplittableRandom random) {
        int first = random.nextInt(SIDE);
        IntervalSet side = IntervalSet.of(first, Math.min(SIDE - 1, first + random.nextInt(6) - 1));
        int other = random.nextInt(SIDE);
        return random.nextInt(3) == 0 ? side.or(IntervalSet.of(other, Math.min(SIDE - 1, other + 1))) : side;
    }

    private static void addPoints(IntervalSet[] box, int axis, int before, BitSet points) {
        for (int position = 0; position < SIDE; position++) {
            if (box[axis].contains(position)) {
                int point = before * SIDE + position;
                if (axis == box.length - 1) {
                    points.set(point);
                } else {
                    addPoints(box, axis + 1, point, points);
                }
            }
        }
    }

    private static void assertAxis(Region region, int axis, BitSet points, int axes) {
        BitSet seen = new BitSet();
        int below = (int) Math.pow(SIDE, axes - 1.0 - axis);
        points.stream().forEach(point -> seen.set(point / below % SIDE));
        assertThat(region.count(axis)).isEqualTo(seen.cardinality());
        for (int position = 0; position < SIDE; position++) {
            assertThat(region.sees(axis, position)).isEqualTo(seen.get(position));
        }
        if (!seen.isEmpty()) {
            assertThat(region.lo(axis)).isEqualTo(seen.nextSetBit(0));
            assertThat(region.hi(axis)).isEqualTo(seen.length() - 1);
        }
    }

    @Test
    void boxesThatMakeABoxAreOne() {
        Region region = new Region(2);
        region.add(new IntervalSet[] {IntervalSet.of(0, 3), IntervalSet.of(0, 1)});
        region.add(new IntervalSet[] {IntervalSet.of(0, 3), IntervalSet.of(2, 5)});
        assertThat(region.boxes()).hasSize(1);
        region.add(new IntervalSet[] {IntervalSet.of(1, 2), IntervalSet.of(1, 4)}); // inside
        assertThat(region.boxes()).hasSize(1);
        region.add(new IntervalSet[] {IntervalSet.of(0, 9), IntervalSet.of(0, 9)}); // around
        assertThat(region.boxes()).hasSize(1);
        assertThat(region.count()).isEqualTo(100);
    }

    /** Positions on a diagonal share no side, so each is a box of its own. */
    @Test
    void tooManyBoxesAreTheirHullAndSaySo() {
        Region region = new Region(2);
        for (long at = 0; at < 512; at++) {
            region.add(new IntervalSet[] {IntervalSet.of(2 * at, 2 * at), IntervalSet.of(2 * at, 2 * at)});
        }
        assertThat(region.exact()).isTrue();
        assertThat(region.count()).isEqualTo(512);
        region.add(new IntervalSet[] {IntervalSet.of(5000, 5000), IntervalSet.of(5000, 5000)});
        assertThat(region.exact()).isFalse();
        assertThat(region.count()).isEqualTo(513L * 513);
        assertThat(region.count(0)).isEqualTo(513);
        Region heir = new Region(2);
        heir.inherit(region);
        assertThat(heir.exact()).isFalse();
    }

    @Test
    void elsewhereIsWhatTheOthersSeeThere() {
        Region region = new Region(2);
        region.add(new IntervalSet[] {IntervalSet.of(0, 1), IntervalSet.of(4, 6)});
        region.add(new IntervalSet[] {IntervalSet.of(8, 8), IntervalSet.ELSEWHERE});
        Region settled = region.settled();
        assertThat(settled.count()).isEqualTo(9);
        assertThat(settled.sees(0, 8)).isTrue();
        assertThat(settled.along(1)).isEqualTo(IntervalSet.of(4, 6));
    }
}
