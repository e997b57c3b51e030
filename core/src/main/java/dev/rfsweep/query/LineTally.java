package dev.rfsweep.query;

import dev.rfsweep.engine.Filters;
import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Trellis;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts matches like {@link Tally}, where prefixes at a node differ in one sum only: the counts are then a {@link Line},
 * and a step adds one line to another, moved. That is some hundred times faster than states in a hash table, which makes
 * up for the cells that no prefix reaches; even params and MACs of large spaces are a matter of a second.
 */
final class LineTally {

    /** What one state of a {@link Tally} with its steps is worth in additions to a cell. */
    private static final long ADDITIONS_PER_STATE = 1 << 10;

    /** Of the memory there is, for the lines that are alive at a time. */
    private static final int SHARE_OF_MEMORY = 4;

    private final Trellis trellis;
    private final Filters filters;

    /** By filter: where its sums lie. */
    private final Lattice[] lattices;

    /** The slot whose sums are kept apart, and the filter on it, or -1. */
    private final int slot;

    private final int filter;
    private final Lattice lattice;

    /** Whether the values of {@link #slot} count apart. */
    private final boolean grouped;

    private final int limbs;
    private final int bits;

    /** By node: the first cell that can lead to a match, and how many there are from there to the last. */
    private final int[] from;

    private final int[] width;
    private final Line[] lines;

    private final SortedMap<Long, BigInteger> values = new TreeMap<>();
    private BigInteger decided = BigInteger.ZERO;

    private LineTally(Question question, Lattice[] lattices, Lattice lattice, int slot, boolean grouped) {
        this.trellis = question.trellis();
        this.filters = question.filters();
        this.lattices = lattices;
        this.lattice = lattice;
        this.slot = slot;
        this.grouped = grouped;
        this.filter = filterOn(filters, slot);
        // Between two settlements a cell gets at most what comes in over all edges to its node.
        int room = Integer.SIZE - Integer.numberOfLeadingZeros(mostComing());
        this.bits = Long.SIZE - 2 - room;
        int greatest = trellis.validPaths(0).bitLength();
        this.limbs = greatest < Long.SIZE - 1 ? 1 : greatest / bits + 1;
        this.from = new int[trellis.nodes()];
        this.width = new int[trellis.nodes()];
        this.lines = new Line[trellis.nodes()];
    }

    /**
     * Counts as {@link Tally#of} does. Empty when prefixes differ in more than one sum, or when the lines are too long for
     * what {@code mostStates} states are worth.
     */
    static Optional<SortedMap<Long, BigInteger>> of(Question question, int group, long mostStates) {
        Filters filters = question.filters();
        Lattice[] lattices = new Lattice[filters.count()];
        int slot = group;
        for (int filter = 0; filter < lattices.length; filter++) {
            lattices[filter] = new Lattice(question.trellis(), filters.slot(filter));
            if (!lattices[filter].isFlat() && filters.slot(filter) != slot) {
                if (slot >= 0) {
                    return Optional.empty();
                }
                slot = filters.slot(filter);
            }
        }
        slot = slot < 0 ? filters.slot(0) : slot;
        int on = filterOn(filters, slot);
        Lattice lattice = on >= 0 ? lattices[on] : new Lattice(question.trellis(), slot);
        LineTally tally = new LineTally(question, lattices, lattice, slot, group >= 0);
        return tally.isFeasible(mostStates) ? Optional.of(tally.run()) : Optional.empty();
    }

    private static int filterOn(Filters filters, int slot) {
        int on = filters.count() - 1;
        while (on >= 0 && filters.slot(on) != slot) {
            on--;
        }
        return on;
    }

    private int mostComing() {
        int[] coming = new int[trellis.nodes()];
        for (int edge = 0; edge < trellis.firstEdge(trellis.nodes()); edge++) {
            coming[trellis.target(edge)]++;
        }
        return Arrays.stream(coming).max().orElseThrow();
    }

    /** Measures all lines, and plays through when they are made and given up. */
    private boolean isFeasible(long mostStates) {
        long additions = 0;
        long alive = 0;
        long most = Runtime.getRuntime().maxMemory() / (SHARE_OF_MEMORY * (long) Long.BYTES * limbs);
        boolean[] reached = new boolean[trellis.nodes()];
        reached[0] = true;
        for (int node = 0; node < trellis.nodes(); node++) {
            if (node == 0 && !measure(0)) {
                return false;
            }
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                int next = trellis.target(edge);
                if (!reached[next]) {
                    reached[next] = true;
                    if (!measure(next)) {
                        return false;
                    }
                    alive += width[next];
                }
            }
            additions += (long) width[node] * (trellis.firstEdge(node + 1) - trellis.firstEdge(node)) * limbs;
            if (alive > most || additions / ADDITIONS_PER_STATE > mostStates) {
                return false;
            }
            alive -= width[node];
        }
        return mostStates >= 0;
    }

    /** Finds out which cells of {@code node} can lead to a match; false when they are too many for an array. */
    private boolean measure(int node) {
        if (!trellis.hasValid(node) || rejected(node)) {
            return true;
        }
        long first = 0;
        long end = lattice.cells(node);
        if (filter >= 0) {
            first = lattice.firstFrom(node, less(filters.low(filter), trellis.most(slot, node)));
            end = lattice.firstFrom(node, plusOne(less(filters.high(filter), trellis.least(slot, node))));
        }
        if (end > Integer.MAX_VALUE / 2) {
            return false;
        }
        from[node] = (int) first;
        width[node] = (int) Math.max(end - first, 0);
        return true;
    }

    /** Whether a filter on a sum that the node alone tells rejects everything behind it. */
    private boolean rejected(int node) {
        for (int other = 0; other < lattices.length; other++) {
            if (other != filter && verdict(other, node) == Filters.Verdict.NONE) {
                return true;
            }
        }
        return false;
    }

    private Filters.Verdict verdict(int other, int node) {
        long sum = lattices[other].least(node);
        int on = filters.slot(other);
        return filters.verdict(other, sum + trellis.least(on, node), sum + trellis.most(on, node));
    }

    private SortedMap<Long, BigInteger> run() {
        if (width[0] > 0) {
            line(0).addOne(0);
        }
        for (int node = 0; node < trellis.nodes(); node++) {
            if (lines[node] != null) {
                lines[node].settle();
                visit(node, lines[node]);
                lines[node] = null;
            }
        }
        if (decided.signum() > 0) {
            values.put(0L, decided);
        }
        return values;
    }

    private Line line(int node) {
        if (lines[node] == null) {
            lines[node] = new Line(width[node], limbs, bits);
        }
        return lines[node];
    }

    private void visit(int node, Line line) {
        if (grouped && trellis.isLeaf(node)) {
            collect(node, line);
            return;
        }
        // What is certain counts at once and goes no further.
        int first = 0;
        int end = 0;
        if (!grouped && othersPass(node)) {
            first = Math.min(cell(node, less(filters.low(filter), trellis.least(slot, node))), width[node]);
            end = Math.max(cell(node, plusOne(less(filters.high(filter), trellis.most(slot, node)))), first);
            decided = decided.add(line.sum(first, end).multiply(trellis.validPaths(node)));
        }
        long[] steps = steps(node);
        for (int at = 0; at < steps.length; ) {
            int same = at + 1;
            while (same < steps.length && steps[same] == steps[at]) {
                same++;
            }
            step(node, line, 0, first, steps[at], same - at);
            step(node, line, end, width[node], steps[at], same - at);
            at = same;
        }
    }

    private boolean othersPass(int node) {
        for (int other = 0; other < lattices.length; other++) {
            if (other != filter && verdict(other, node) != Filters.Verdict.ALL) {
                return false;
            }
        }
        return true;
    }

    /** The cell of the line at {@code node}, within it, from which on sums are {@code bound} at least. */
    private int cell(int node, long bound) {
        return (int) Math.min(Math.max(lattice.firstFrom(node, bound) - from[node], 0), width[node]);
    }

    /** The edges out of {@code node}, packed into target and shift, so that those that do the same stand together. */
    private long[] steps(int node) {
        int first = trellis.firstEdge(node);
        long[] steps = new long[trellis.firstEdge(node + 1) - first];
        for (int branch = 0; branch < steps.length; branch++) {
            long shift = lattice.shift(node, first + branch);
            steps[branch] =
                    ((long) trellis.target(first + branch) << Integer.SIZE) + Math.min(shift, Integer.MAX_VALUE);
        }
        Arrays.sort(steps);
        return steps;
    }

    /** Follows {@code times} edges that do the same, with the cells {@code begin} to {@code end} of {@code line}. */
    private void step(int node, Line line, int begin, int end, long step, int times) {
        int next = (int) (step >> Integer.SIZE);
        if (width[next] > 0) {
            long shift = (step & Integer.MAX_VALUE) + from[node] - from[next];
            int low = (int) Math.max(begin, -shift);
            int high = (int) Math.min(end, width[next] - shift);
            if (low < high) {
                line(next).add(line, low, high, (int) shift, times);
            }
        }
    }

    private void collect(int node, Line line) {
        long more = trellis.leafWeight(slot, node) + trellis.constant(slot);
        for (int cell = 0; cell < width[node]; cell++) {
            if (!line.isZero(cell)) {
                values.merge(lattice.sum(node, from[node] + cell) + more, line.count(cell), BigInteger::add);
            }
        }
    }

    /** A bound less a sum; open ends stay open. */
    private static long less(long bound, long sum) {
        return bound == Long.MIN_VALUE || bound == Long.MAX_VALUE ? bound : bound - sum;
    }

    private static long plusOne(long bound) {
        return bound == Long.MAX_VALUE ? bound : bound + 1;
    }
}
