package dev.rfsweep.internal.analysis.reads;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** A set of indices along one axis, as intervals that neither overlap nor touch, in ascending order. Immutable. */
public final class IntervalSet {

    public static final IntervalSet NONE = new IntervalSet(new long[0]);

    /**
     * A placeholder along an axis where a branch is left out: the branch reads whatever the other branches read there. It is an
     * index that no tensor has, not next to any that one has, so unions treat it like every other index. When a region is
     * complete, the indices that the other branches read take its place.
     */
    public static final IntervalSet ELSEWHERE = new IntervalSet(new long[] {-2, -2});

    /** First and last index of each interval, in turn. */
    private final long[] bounds;

    private IntervalSet(long[] bounds) {
        this.bounds = bounds;
    }

    /** All indices from {@code first} to {@code last}; none if {@code last} is less. */
    public static IntervalSet of(long first, long last) {
        return first > last ? NONE : new IntervalSet(new long[] {first, last});
    }

    /** Whether {@link #ELSEWHERE} is among these. */
    public boolean elsewhere() {
        return !isEmpty() && first() == ELSEWHERE.first();
    }

    /** The indices without {@link #ELSEWHERE}. */
    public IntervalSet here() {
        return elsewhere() ? new IntervalSet(Arrays.copyOfRange(bounds, 2, bounds.length)) : this;
    }

    /** Number of intervals. */
    public int intervals() {
        return bounds.length / 2;
    }

    public long first(int interval) {
        return bounds[2 * interval];
    }

    public long last(int interval) {
        return bounds[2 * interval + 1];
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public long first() {
        return bounds[0];
    }

    public long last() {
        return bounds[bounds.length - 1];
    }

    /** Number of indices. */
    public long count() {
        long count = 0;
        for (int interval = 0; interval < intervals(); interval++) {
            count += last(interval) - first(interval) + 1;
        }
        return count;
    }

    /** Hands over every index, ascending. */
    public void forEach(LongConsumer indices) {
        for (int interval = 0; interval < intervals(); interval++) {
            for (long index = first(interval); index <= last(interval); index++) {
                indices.accept(index);
            }
        }
    }

    public boolean contains(long index) {
        return containsAll(of(index, index));
    }

    public boolean containsAll(IntervalSet other) {
        int interval = 0;
        for (int i = 0; i < other.intervals(); i++) {
            while (interval < intervals() && last(interval) < other.first(i)) {
                interval++;
            }
            if (interval == intervals() || first(interval) > other.first(i) || last(interval) < other.last(i)) {
                return false;
            }
        }
        return true;
    }

    /** The union. */
    public IntervalSet or(IntervalSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Collector both = new Collector(Math.min(first(), other.first()), Math.max(last(), other.last()));
        both.addAll(this);
        both.addAll(other);
        return both.set();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return Arrays.toString(bounds);
    }

    /** Collects intervals in any order, clipped to a range. */
    public static final class Collector {

        private final long low;
        private final long high;
        private long[] bounds = new long[8];
        private int size;

        Collector(long low, long high) {
            this.low = low;
            this.high = high;
        }

        void addAll(IntervalSet set) {
            for (int interval = 0; interval < set.intervals(); interval++) {
                add(set.first(interval), set.last(interval));
            }
        }

        void add(long first, long last) {
            long from = Math.max(first, low);
            long to = Math.min(last, high);
            if (from > to) {
                return;
            }
            // Neighbours mostly come one after the other; joined at once they need no sorting later.
            if (size > 0 && from >= bounds[size - 2] && from <= bounds[size - 1] + 1) {
                bounds[size - 1] = Math.max(bounds[size - 1], to);
                return;
            }
            if (size == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * size);
            }
            bounds[size++] = from;
            bounds[size++] = to;
        }

        public IntervalSet set() {
            if (size == 0) {
                return NONE;
            }
            if (!ascending()) {
                sort();
            }
            return new IntervalSet(Arrays.copyOf(bounds, size));
        }

        private boolean ascending() {
            boolean ascending = true;
            for (int i = 2; i < size; i += 2) {
                ascending &= bounds[i] > bounds[i - 1] + 1;
            }
            return ascending;
        }

        private void sort() {
            long[][] sorted = new long[size / 2][];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = new long[] {bounds[2 * i], bounds[2 * i + 1]};
            }
            Arrays.sort(sorted, (one, other) -> Long.compare(one[0], other[0]));
            size = 0;
            for (long[] interval : sorted) {
                add(interval[0], interval[1]);
            }
        }
    }
}
