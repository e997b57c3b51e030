package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.trellis.Axes;
import dev.rfsweep.internal.trellis.Slot;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions compiled to path sums, one filter a slot of the trellis: an inclusive range, and gaps in it that are left
 * out. Nearly all filters have no gap, so a range costs what it would cost alone.
 */
public final class Filters {

    /** Decides over many variants at once. */
    public enum Verdict {
        /** None of them can match. */
        NONE,
        /** Some may. */
        SOME,
        /** All of them match, as far as this filter goes. */
        ALL
    }

    /** Lets everything pass. */
    static final Filters NONE = new Filters(Map.of());

    final int[] slot;
    final long[] low;
    final long[] high;

    /** By filter: what lies between its parts, ascending. Arrays, because hot loops pass by and must allocate nothing. */
    private final Range[][] gaps;

    private final List<List<Range>> parts = new ArrayList<>();

    private Filters(Map<Integer, Ranges> sets) {
        slot = sets.keySet().stream().mapToInt(Integer::intValue).toArray();
        low = new long[slot.length];
        high = new long[slot.length];
        gaps = new Range[slot.length][];
        for (Ranges set : sets.values()) {
            int filter = parts.size();
            List<Range> inside = set.parts();
            low[filter] = inside.isEmpty() ? Long.MAX_VALUE : inside.get(0).low();
            high[filter] = inside.isEmpty()
                    ? Long.MIN_VALUE
                    : inside.get(inside.size() - 1).high();
            Ranges hull = Ranges.of(new Range(low[filter], high[filter]));
            gaps[filter] = set.complement().and(hull).parts().toArray(Range[]::new);
            parts.add(inside);
        }
    }

    /** Conditions on a column without an axis hold on every axis class. */
    static Filters of(List<Condition> conditions, List<Slot> slots, Axes axes) {
        Map<Integer, Ranges> sets = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            for (int slot = 0; slot < slots.size(); slot++) {
                if (concerns(condition.column(), slots.get(slot), axes)) {
                    Ranges sums = shifted(condition.values(), slots.get(slot).constant());
                    sets.merge(slot, sums, Ranges::and);
                }
            }
        }
        return new Filters(sets);
    }

    /** The same filters, and if there is none on {@code slot}, one there that lets everything pass. */
    public Filters including(int slot) {
        Map<Integer, Ranges> sets = new LinkedHashMap<>();
        for (int filter = 0; filter < count(); filter++) {
            sets.put(slot(filter), new Ranges(parts(filter)));
        }
        sets.putIfAbsent(slot, Ranges.of(Range.ALL));
        return new Filters(sets);
    }

    /** Number of filters, one for each slot with a condition. */
    public int count() {
        return slot.length;
    }

    /** The slot that filter {@code filter} looks at. */
    public int slot(int filter) {
        return slot[filter];
    }

    /** The filter on slot {@code slot}; -1 where there is none. */
    public int on(int slot) {
        for (int filter = 0; filter < count(); filter++) {
            if (this.slot[filter] == slot) {
                return filter;
            }
        }
        return -1;
    }

    /** The least path sum that filter {@code filter} lets pass; {@link Long#MIN_VALUE} when open. */
    public long low(int filter) {
        return low[filter];
    }

    /** The greatest path sum that filter {@code filter} lets pass; {@link Long#MAX_VALUE} when open. */
    public long high(int filter) {
        return high[filter];
    }

    /** The ranges of path sums that filter {@code filter} lets pass, ascending, with others between them. */
    public List<Range> parts(int filter) {
        return parts.get(filter);
    }

    /** What filter {@code filter} leaves out between its least and its greatest sum, ascending. */
    Range[] gaps(int filter) {
        return gaps[filter];
    }

    /** The decision of filter {@code filter} over sums between {@code least} and {@code most}. */
    public Verdict verdict(int filter, long least, long most) {
        if (most < low[filter] || least > high[filter]) {
            return Verdict.NONE;
        }
        boolean all = least >= low[filter] && most <= high[filter];
        for (Range gap : gaps[filter]) {
            if (gap.low() <= least && most <= gap.high()) {
                return Verdict.NONE;
            }
            all &= most < gap.low() || gap.high() < least;
        }
        return all ? Verdict.ALL : Verdict.SOME;
    }

    /**
     * Whether every filter, looked at alone, may let a path from {@code node} pass.
     *
     * @param sums by slot, what the path adds up to before
     */
    public boolean mayPass(Trellis trellis, int node, long[] sums) {
        for (int filter = 0; filter < slot.length; filter++) {
            int on = slot[filter];
            if (verdict(filter, sums[on] + trellis.least(on, node), sums[on] + trellis.most(on, node))
                    == Verdict.NONE) {
                return false;
            }
        }
        return true;
    }

    /**
     * The least number from {@code floor} on to which anything between {@code least} and {@code most} can be added, and
     * filter {@code filter} lets the sum pass. There must be one.
     */
    public long leastCertain(int filter, long floor, long least, long most) {
        for (Range part : parts.get(filter)) {
            long certain = part.low() == Long.MIN_VALUE ? floor : Math.max(minus(part.low(), least), floor);
            if (part.high() == Long.MAX_VALUE || certain <= minus(part.high(), most)) {
                return certain;
            }
        }
        throw new IllegalArgumentException("nothing passes filter " + filter + " for certain");
    }

    /** A difference that ends where {@code long}s do, so that no bound, however far out, turns up on the other side. */
    public static long minus(long bound, long base) {
        long difference = bound - base;
        boolean overflow = ((bound ^ base) & (bound ^ difference)) < 0;
        return overflow ? (bound < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : difference;
    }

    static boolean concerns(Column column, Slot slot, Axes axes) {
        return column.metric() == slot.metric()
                && (column.axis() == Column.SHARED || slot.axis() == axes.classOf(column.axis()));
    }

    private static Ranges shifted(Ranges values, int constant) {
        return new Ranges(
                values.parts().stream().map(part -> shifted(part, constant)).toList());
    }

    private static Range shifted(Range range, int constant) {
        long low = range.low() == Long.MIN_VALUE ? Long.MIN_VALUE : range.low() - constant;
        long high = range.high() == Long.MAX_VALUE || range.high() == Long.MIN_VALUE
                ? range.high()
                : range.high() - constant;
        return new Range(low, high);
    }
}
