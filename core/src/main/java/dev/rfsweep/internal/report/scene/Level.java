package dev.rfsweep.internal.report.scene;

import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * One level of a cone: the units of one map that are read.
 *
 * @param low where the field starts, padding of the maps above and of this one included
 * @param high where it ends, inclusive
 * @param units what is really read, ascending, this map's padding included; empty where it is too much to tell apart
 * @param size units of the map, or 0 when unknown; what lies outside is padding
 */
public record Level(long low, long high, LongList units, long size) {

    public static Level top(long unit, long size) {
        return new Level(unit, unit, LongList.of(unit), size);
    }

    public boolean isReal(long unit) {
        return size == 0 || (unit >= 0 && unit < size);
    }

    /** Units that exist and can be told apart. */
    public LongList real() {
        return LongArrayList.toList(units.longStream().filter(this::isReal));
    }

    public long realLow() {
        return size == 0 ? low : Math.max(low, 0);
    }

    public long realHigh() {
        return size == 0 ? high : Math.min(high, size - 1);
    }

    /** The level below, a map of {@code size} units. Padding takes part in the field, but reads nothing. */
    public Level below(Read read, long size, int most) {
        long[] first = ends(read, low, 1);
        long[] last = ends(read, high, -1);
        LongList below = units.isEmpty() ? units : union(read, most);
        return new Level(Math.min(first[0], last[0]), Math.max(first[1], last[1]), below, size);
    }

    /** The first and the last that a unit reads: {@code unit}, or where that reads nothing one further inwards. */
    private long[] ends(Read read, long unit, int inwards) {
        long[] inputs = read.indices(unit);
        for (long next = unit; inputs.length == 0 && next != (inwards > 0 ? high : low); ) {
            next += inwards;
            inputs = read.indices(next);
        }
        return new long[] {inputs[0], inputs[inputs.length - 1]};
    }

    private LongList union(Read read, int most) {
        LongOpenHashSet all = new LongOpenHashSet();
        for (long unit : real()) {
            all.addAll(LongArrayList.wrap(read.indices(unit)));
            if (all.size() > most) {
                return LongList.of();
            }
        }
        LongArrayList sorted = new LongArrayList(all);
        sorted.sort(null);
        return sorted;
    }

    /** An upper bound of what a unit reads, and of how many units may read nothing. */
    public static long taps(Read read) {
        if (read instanceof Slide slide) {
            return slide.kernel();
        }
        return read instanceof Transposed transposed ? Math.max(transposed.kernel(), transposed.stride()) : 4;
    }
}
