package dev.rfsweep.internal.analysis.reads;

import java.util.Arrays;

/** A set of positions along one axis as runs that neither overlap nor touch, in ascending order. Immutable. */
public final class IntervalSet {

    public static final IntervalSet NONE = new IntervalSet(new long[0]);

    /**
     * Stands for what other branches see along an axis, where this one is left out: a position before all others, and apart
     * from them. So it goes through unions like any other until {@link dev.rfsweep.internal.analysis.regions.Region#settled} puts the real positions in its place.
     */
    public static final IntervalSet ELSEWHERE = new IntervalSet(new long[] {-2, -2});

    /** First and last position of each run, in turn. */
    private final long[] bounds;

    private IntervalSet(long[] bounds) {
        this.bounds = bounds;
    }

    public static IntervalSet of(long first, long last) {
        return first > last ? NONE : new IntervalSet(new long[] {first, last});
    }

    public boolean elsewhere() {
        return !isEmpty() && first() == ELSEWHERE.first();
    }

    /** These without {@link #ELSEWHERE}. */
    public IntervalSet here() {
        return elsewhere() ? new IntervalSet(Arrays.copyOfRange(bounds, 2, bounds.length)) : this;
    }

    public int runs() {
        return bounds.length / 2;
    }

    public long first(int run) {
        return bounds[2 * run];
    }

    public long last(int run) {
        return bounds[2 * run + 1];
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

    public long count() {
        long count = 0;
        for (int run = 0; run < runs(); run++) {
            count += last(run) - first(run) + 1;
        }
        return count;
    }

    public boolean contains(long position) {
        int run = 0;
        while (run < runs() && last(run) < position) {
            run++;
        }
        return run < runs() && first(run) <= position;
    }

    public boolean containsAll(IntervalSet other) {
        int run = 0;
        for (int i = 0; i < other.runs(); i++) {
            while (run < runs() && last(run) < other.first(i)) {
                run++;
            }
            if (run == runs() || first(run) > other.first(i) || last(run) < other.last(i)) {
                return false;
            }
        }
        return true;
    }

    public IntervalSet or(IntervalSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Collector both = new Collector(Math.min(first(), other.first()), Math.max(last(), other.last()));
        both.addAll(this);
        both.addAll(other);
        return both.runs();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet runs && Arrays.equals(bounds, runs.bounds);
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
    static final class Collector {

        private final long low;
        private final long high;
        private long[] bounds = new long[8];
        private int size;

        Collector(long low, long high) {
            this.low = low;
            this.high = high;
        }

        void addAll(IntervalSet runs) {
            for (int run = 0; run < runs.runs(); run++) {
                add(runs.first(run), runs.last(run));
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

        public IntervalSet runs() {
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
            for (long[] run : sorted) {
                add(run[0], run[1]);
            }
        }
    }
}
