package dev.rfsweep.internal.analysis;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The oracle of {@link RandomGraphs}: for every unit of a tensor the input positions it depends on, by trying every pair of
 * output and input unit.
 */
final class Tiny {

    private final long[] extents;
    private final BitSet[] seen;

    private Tiny(long[] extents, BitSet[] seen) {
        this.extents = extents;
        this.seen = seen;
    }

    /** Units along every axis. */
    long[] extents() {
        return extents;
    }

    /** Input positions in row-major order, a set for every unit in row-major order. */
    BitSet[] seen() {
        return seen;
    }

    /** Whether output {@code o} reads input {@code i} along one axis. */
    interface Rule {
        boolean reads(long o, long i);
    }

    static Tiny input(long... extents) {
        BitSet[] seen = new BitSet[volume(extents)];
        for (int unit = 0; unit < seen.length; unit++) {
            seen[unit] = new BitSet();
            seen[unit].set(unit);
        }
        return new Tiny(extents, seen);
    }

    static Tiny nothing(long... extents) {
        BitSet[] seen = new BitSet[volume(extents)];
        Arrays.setAll(seen, unit -> new BitSet());
        return new Tiny(extents, seen);
    }

    Tiny through(long[] out, Rule... rules) {
        Tiny next = nothing(out);
        for (int o = 0; o < next.seen.length; o++) {
            for (int i = 0; i < seen.length; i++) {
                boolean reads = true;
                for (int axis = 0; axis < rules.length; axis++) {
                    reads &= rules[axis].reads(at(out, o, axis), at(extents, i, axis));
                }
                if (reads) {
                    next.seen[o].or(seen[i]);
                }
            }
        }
        return next;
    }

    Tiny or(Tiny other) {
        Tiny both = nothing(extents);
        for (int unit = 0; unit < seen.length; unit++) {
            both.seen[unit].or(seen[unit]);
            both.seen[unit].or(other.seen[unit]);
        }
        return both;
    }

    /** Coordinate of unit {@code unit} along {@code axis}. */
    static long at(long[] extents, int unit, int axis) {
        long inner = 1;
        for (int i = axis + 1; i < extents.length; i++) {
            inner *= extents[i];
        }
        return unit / inner % extents[axis];
    }

    private static int volume(long... extents) {
        return (int) Arrays.stream(extents).reduce(1, (one, other) -> one * other);
    }
}
