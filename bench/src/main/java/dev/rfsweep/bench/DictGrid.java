package dev.rfsweep.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Histograms of the rf of a grid as {@link Fixture} has it, as one would write them without the engine: layer by layer a
 * map from stride and rf to the number of prefixes. Plain on purpose, as it would be with a dict of Python. Numbers are
 * modulo 2^64.
 */
final class DictGrid {

    private static final int[] KERNELS = {3, 5, 7};
    private static final int[] STRIDES = {1, 2};
    private static final int[] DILATIONS = {1, 2};

    private final int layers;
    private final long mostRf;
    private final long mostStride;

    private long states;

    /** A grid of {@code layers} layers without the variants whose rf or stride is greater than asked for. */
    DictGrid(int layers, long mostRf, long mostStride) {
        this.layers = layers;
        this.mostRf = mostRf;
        this.mostStride = mostStride;
    }

    /** All of a grid; the strides of at most 31 layers fit beside the rf. */
    static DictGrid all(int layers) {
        return new DictGrid(layers, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** By rf, the number of variants whose stride is at least {@code leastStride}. */
    SortedMap<Long, Long> histogram(long leastStride) {
        states = 0;
        Map<Long, Long> prefixes = Map.of(key(1, 1), 1L);
        for (int layer = 0; layer < layers; layer++) {
            prefixes = longer(prefixes);
            states += prefixes.size();
        }
        SortedMap<Long, Long> histogram = new TreeMap<>();
        prefixes.forEach((key, count) -> {
            if (stride(key) >= leastStride) {
                histogram.merge(rf(key), count, Long::sum);
            }
        });
        return histogram;
    }

    /** How many different pairs of stride and rf the prefixes had in the last histogram, over all layers. */
    long states() {
        return states;
    }

    private Map<Long, Long> longer(Map<Long, Long> prefixes) {
        Map<Long, Long> longer = new HashMap<>();
        prefixes.forEach((key, count) -> {
            for (int kernel : KERNELS) {
                for (int stride : STRIDES) {
                    for (int dilation : DILATIONS) {
                        long nextStride = stride(key) * stride;
                        long nextRf = rf(key) + stride(key) * dilation * (kernel - 1);
                        if (nextRf <= mostRf && nextStride <= mostStride) {
                            longer.merge(key(nextStride, nextRf), count, Long::sum);
                        }
                    }
                }
            }
        });
        return longer;
    }

    private static long key(long stride, long rf) {
        return (stride << Integer.SIZE) | rf;
    }

    private static long stride(long key) {
        return key >>> Integer.SIZE;
    }

    private static long rf(long key) {
        return key & 0xffff_ffffL;
    }
}
