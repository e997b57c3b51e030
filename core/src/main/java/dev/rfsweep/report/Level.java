package dev.rfsweep.report;

import dev.rfsweep.network.Inputs;
import dev.rfsweep.network.Read;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * One storey of a cone: what is read of one map.
 *
 * @param low where the field starts, padding of the maps above and of this one included
 * @param high where it ends, inclusive
 * @param units what is really read, ascending, this map's padding included; empty where it is too much to tell apart
 * @param size units of the map, or 0 when unknown; what lies outside is padding
 */
record Level(long low, long high, LongList units, long size) {

    /** More than any picture has pixels. */
    private static final int MOST = 4096;

    static Level top(long unit, long size) {
        return new Level(unit, unit, LongList.of(unit), size);
    }

    boolean isReal(long unit) {
        return size == 0 || (unit >= 0 && unit < size);
    }

    /** Units that exist and can be told apart. */
    LongList real() {
        return LongArrayList.toList(units.longStream().filter(this::isReal));
    }

    long realLow() {
        return size == 0 ? low : Math.max(low, 0);
    }

    long realHigh() {
        return size == 0 ? high : Math.min(high, size - 1);
    }

    /** The storey below, a map of {@code size} units. Padding takes part in the field, but reads nothing. */
    Level below(Read read, long size) {
        long[] first = Inputs.of(read, low);
        long[] last = Inputs.of(read, high);
        LongList below = units.isEmpty() ? units : union(read);
        return new Level(first[0], last[last.length - 1], below, size);
    }

    private LongList union(Read read) {
        LongOpenHashSet all = new LongOpenHashSet();
        for (long unit : real()) {
            all.addAll(LongArrayList.wrap(Inputs.of(read, unit)));
            if (all.size() > MOST) {
                return LongList.of();
            }
        }
        LongArrayList sorted = new LongArrayList(all);
        sorted.sort(null);
        return sorted;
    }
}
