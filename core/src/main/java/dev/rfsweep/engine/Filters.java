package dev.rfsweep.engine;

import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conditions compiled to one inclusive range a slot of the trellis, over path sums. */
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

    private Filters(Map<Integer, Range> ranges) {
        slot = ranges.keySet().stream().mapToInt(Integer::intValue).toArray();
        low = ranges.values().stream().mapToLong(Range::low).toArray();
        high = ranges.values().stream().mapToLong(Range::high).toArray();
    }

    /** Ranges on a column without an axis hold on every axis class. */
    static Filters of(List<Condition> conditions, List<Slot> slots, Axes axes) {
        Map<Integer, Range> ranges = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            for (int slot = 0; slot < slots.size(); slot++) {
                if (concerns(condition.column(), slots.get(slot), axes)) {
                    Range range = shifted(condition.range(), slots.get(slot).constant());
                    ranges.merge(slot, range, Range::and);
                }
            }
        }
        return new Filters(ranges);
    }

    /** Number of filters, one for each slot with a range. */
    public int count() {
        return slot.length;
    }

    /** The slot that filter {@code filter} looks at. */
    public int slot(int filter) {
        return slot[filter];
    }

    /** The least path sum that filter {@code filter} lets pass; {@link Long#MIN_VALUE} when open. */
    public long low(int filter) {
        return low[filter];
    }

    /** The greatest path sum that filter {@code filter} lets pass; {@link Long#MAX_VALUE} when open. */
    public long high(int filter) {
        return high[filter];
    }

    /** The decision of filter {@code filter} over sums between {@code least} and {@code most}. */
    public Verdict verdict(int filter, long least, long most) {
        if (most < low[filter] || least > high[filter]) {
            return Verdict.NONE;
        }
        return least >= low[filter] && most <= high[filter] ? Verdict.ALL : Verdict.SOME;
    }

    static boolean concerns(Column column, Slot slot, Axes axes) {
        return column.metric() == slot.metric()
                && (column.axis() == Column.SHARED || slot.axis() == axes.classOf(column.axis()));
    }

    private static Range shifted(Range range, int constant) {
        long low = range.low() == Long.MIN_VALUE ? Long.MIN_VALUE : range.low() - constant;
        long high = range.high() == Long.MAX_VALUE || range.high() == Long.MIN_VALUE
                ? range.high()
                : range.high() - constant;
        return new Range(low, high);
    }
}
