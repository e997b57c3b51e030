package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Several path sums in one {@code long}, as digits of a mixed radix. A digit is wide enough for every sum of a path
 * from the root, so adding packed weights adds digit by digit without a carry.
 */
final class MixedRadix {

    private final Trellis trellis;
    private final int[] slots;

    /** Least sum of any path from the root: what digit 0 stands for. */
    private final long[] floor;

    /** By digit, then node: least sum of a path from the root to the node. */
    private final long[][] leastAt;

    private final long[] size;
    private final long[] unit;

    /** The highest digit that has more than one value. */
    private int top = -1;

    private MixedRadix(Trellis trellis, List<Integer> slots) {
        this.trellis = trellis;
        this.slots = slots.stream().mapToInt(Integer::intValue).toArray();
        this.floor = new long[this.slots.length];
        this.leastAt = new long[this.slots.length][];
        this.size = new long[this.slots.length];
        this.unit = new long[this.slots.length];
    }

    /** Packs the sums of {@code slots}; empty when they do not fit into one {@code long}. */
    static Optional<MixedRadix> of(Trellis trellis, List<Integer> slots, Cancellation cancellation) {
        MixedRadix packing = new MixedRadix(trellis, slots);
        long unit = 1;
        for (int digit = 0; digit < packing.slots.length; digit++) {
            packing.bound(digit, cancellation);
            packing.unit[digit] = unit;
            packing.top = packing.size[digit] > 1 ? digit : packing.top;
            if (packing.size[digit] > Long.MAX_VALUE / unit) {
                return Optional.empty();
            }
            unit *= packing.size[digit];
        }
        return Optional.of(packing);
    }

    /** The packed sums of the path of no edge. */
    long start() {
        long key = 0;
        for (int digit = 0; digit < slots.length; digit++) {
            key -= floor[digit] * unit[digit];
        }
        return key;
    }

    /** What {@code edge} adds to a key. */
    long weight(int edge) {
        long key = 0;
        for (int digit = 0; digit < slots.length; digit++) {
            key += trellis.weight(slots[digit], edge) * unit[digit];
        }
        return key;
    }

    /** The sum in digit {@code digit} of {@code key}. Divisions are slow, and the outer digits can do without. */
    long sum(long key, int digit) {
        if (size[digit] == 1) {
            return floor[digit];
        }
        long rest = unit[digit] == 1 ? key : key / unit[digit];
        return (digit == top ? rest : rest % size[digit]) + floor[digit];
    }

    /** The least sum in digit {@code digit} of any path to {@code node}. */
    long least(int digit, int node) {
        return leastAt[digit][node];
    }

    /** {@code key} with another sum in digit {@code digit}. */
    long with(long key, int digit, long sum) {
        return key + (sum - sum(key, digit)) * unit[digit];
    }

    private void bound(int digit, Cancellation cancellation) {
        SumBounds bounds = trellis.prefixBounds(slots[digit], cancellation);
        leastAt[digit] = bounds.least();
        floor[digit] = Arrays.stream(bounds.least()).min().orElseThrow();
        size[digit] = Arrays.stream(bounds.most()).max().orElseThrow() - floor[digit] + 1;
    }
}
