package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.sink.Histogram;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.Range;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts matches like {@link StateTally}, but keeps the prefixes that differ in one sum alone, the one of most values, as a
 * {@link CountLine}. A step adds one whole line, shifted, to another. This loop is so fast that cells without prefixes do not matter.
 */
public final class LineTally {

    /** What one state of a {@link StateTally} with its steps is worth in additions to a cell. */
    private static final long ADDITIONS_PER_STATE = 1 << 9;

    /** Additions to a cell in the time of one step of one state of a {@link StateTally}. */
    private static final long ADDITIONS_PER_STEP = 64;

    /** Of the memory there is, for the lines that are alive at a time. */
    private static final int SHARE_OF_MEMORY = 3;

    private final Trellis trellis;
    private final Cancellation cancellation;
    private final Filters filters;
    private final Sum sum;

    /** Everything else that prefixes must remember. */
    private final FilterKeys keys;

    private final int group;
    private final int limbs;

    /** By node: the lines there by key. */
    private final List<Long2ObjectMap<CountLine>> lines;

    private final long mostAlive;
    private final long mostAdditions;
    private long alive;
    private long additions;

    private final SortedMap<Long, BigInteger> values = new TreeMap<>();
    private BigInteger decided = BigInteger.ZERO;

    /**
     * The sum that lines are over.
     *
     * @param filter the filter on it, or -1
     */
    private record Sum(int slot, int filter, SumLattice lattice) {

        /** Of the sums that matter, the one of most values. */
        static Sum of(Question question, int group) {
            Filters filters = question.filters();
            Sum widest = group < 0 ? null : new Sum(group, -1, new SumLattice(question.trellis(), group));
            for (int filter = 0; filter < filters.count(); filter++) {
                int slot = filters.slot(filter);
                SumLattice lattice = new SumLattice(question.trellis(), slot);
                boolean same = slot == group && widest != null && widest.slot == group;
                if (widest == null || same || lattice.most() > widest.lattice.most()) {
                    widest = new Sum(slot, filter, lattice);
                }
            }
            return widest;
        }
    }

    /** Neighbours on a line, {@code end} exclusive. */
    private record Cells(int first, int end) {}

    private LineTally(Question question, Sum sum, FilterKeys keys, int group, long mostStates) {
        this.trellis = question.trellis();
        this.cancellation = question.cancellation();
        this.filters = question.filters();
        this.sum = sum;
        this.keys = keys;
        this.group = group;
        this.limbs = CountLine.limbsFor(trellis.validPaths(0));
        this.lines = new ArrayList<>(Collections.nCopies(trellis.nodes(), null));
        this.mostAdditions = mostStates * ADDITIONS_PER_STATE;
        long fit = Runtime.getRuntime().maxMemory() / (SHARE_OF_MEMORY * (long) Long.BYTES);
        this.mostAlive = Math.min(fit, mostAdditions);
    }

    /**
     * Counts as {@link StateTally#of} does. Empty when the lines are longer than what {@code mostStates} states are worth, or
     * when so few prefixes lie on them that states are the better way.
     */
    static Optional<SortedMap<Long, BigInteger>> of(Question question, int group, long mostStates) {
        return compiled(question, group, mostStates).filter(LineTally::isDense).flatMap(LineTally::run);
    }

    /** The same however few prefixes there are. */
    public static Optional<SortedMap<Long, BigInteger>> always(Question question, int group, long mostStates) {
        return compiled(question, group, mostStates).flatMap(LineTally::run);
    }

    /** Empty when keys need more bits than a {@code long} has. */
    private static Optional<LineTally> compiled(Question question, int group, long mostStates) {
        Sum sum = Sum.of(question, group);
        return FilterKeys.without(question, sum.filter, sum.slot == group ? -1 : group)
                .map(keys -> new LineTally(question, sum, keys, group, mostStates));
    }

    /** Whether there is a prefix for at least one in some cells. */
    private boolean isDense() {
        double[] prefixes = new double[trellis.nodes()];
        prefixes[0] = 1;
        double steps = 0;
        double cells = 0;
        for (int node = 0; node < trellis.nodes(); node++) {
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                prefixes[trellis.target(edge)] += prefixes[node];
                steps += prefixes[node];
                cells += sum.lattice.cells(node);
            }
        }
        return cells * limbs <= steps * ADDITIONS_PER_STEP;
    }

    private Optional<SortedMap<Long, BigInteger>> run() {
        long start = keys.start();
        if (start != FilterKeys.DROPPED && trellis.hasValid(0)) {
            CountLine line = line(0, start);
            if (line != null && line.cells() > 0) {
                line.addOne(0);
            }
        }
        for (int node = 0; node < trellis.nodes() && isFeasible(); node++) {
            Long2ObjectMap<CountLine> rows = lines.set(node, null);
            if (rows != null) {
                visit(node, rows);
            }
        }
        if (decided.signum() > 0) {
            values.put(0L, decided);
        }
        return isFeasible() ? Optional.of(values) : Optional.empty();
    }

    private boolean isFeasible() {
        return alive <= mostAlive && additions <= mostAdditions;
    }

    private void visit(int node, Long2ObjectMap<CountLine> rows) {
        Steps steps = new Steps(trellis, sum.lattice, keys, node);
        for (Long2ObjectMap.Entry<CountLine> row : rows.long2ObjectEntrySet()) {
            CountLine line = row.getValue();
            line.settle();
            if (group >= 0 && trellis.isLeaf(node)) {
                collect(node, row.getLongKey(), line);
            } else {
                expand(node, row.getLongKey(), line, steps);
            }
            alive -= (long) line.cells() * limbs;
            if (!isFeasible()) {
                return;
            }
        }
    }

    private void expand(int node, long key, CountLine line, Steps steps) {
        // What is certain counts at once and goes no further.
        int rest = 0;
        if (key == FilterKeys.DECIDED && group < 0) {
            for (Cells cells : certain(node)) {
                decided = decided.add(line.sum(cells.first, cells.end).multiply(trellis.validPaths(node)));
                follow(node, key, line, rest, cells.first, steps);
                rest = Math.max(rest, cells.end);
            }
        }
        follow(node, key, line, rest, line.cells(), steps);
    }

    private void follow(int node, long key, CountLine line, int begin, int end, Steps steps) {
        for (int at = 0; at < steps.count() && begin < end; at++) {
            int next = steps.target[at];
            long nextKey = key == FilterKeys.DECIDED ? key : keys.canonical(next, key + steps.key[at]);
            if (nextKey != FilterKeys.DROPPED) {
                step(node, line, begin, end, next, nextKey, steps, at);
            }
        }
    }

    private void step(int node, CountLine line, int begin, int end, int next, long nextKey, Steps steps, int at) {
        cancellation.check();
        long shift = steps.shift[at] + from(node) - from(next);
        long low = Math.max(begin, -shift);
        long high = Math.min(end, to(next) - from(next) - shift);
        if (low < high) {
            CountLine sum = line(next, nextKey);
            if (sum != null) {
                sum.add(line, (int) low, (int) high, (int) shift, steps.times[at]);
                additions += (high - low) * limbs;
            }
        }
    }

    /** The line at {@code node}; null when that would be too much. */
    private CountLine line(int node, long key) {
        Long2ObjectMap<CountLine> rows = lines.get(node);
        if (rows == null) {
            rows = new Long2ObjectLinkedOpenHashMap<>();
            lines.set(node, rows);
        }
        CountLine line = rows.get(key);
        if (line == null) {
            long cells = Math.max(to(node) - from(node), 0);
            alive += cells * limbs;
            if (!isFeasible()) {
                return null;
            }
            line = new CountLine((int) cells, limbs);
            rows.put(key, line);
        }
        return line;
    }

    private void collect(int node, long key, CountLine line) {
        long more = trellis.leafWeight(group, node) + trellis.constant(group);
        for (Cells cells : certain(node)) {
            if (sum.slot != group) {
                merge(keys.group(key) + more, line.sum(cells.first, cells.end));
            }
            for (int cell = cells.first; sum.slot == group && cell < cells.end; cell++) {
                cancellation.check();
                if (!line.isZero(cell)) {
                    merge(sum.lattice.sum(node, from(node) + cell) + more, line.sum(cell, cell + 1));
                }
            }
        }
    }

    private void merge(long value, BigInteger count) {
        if (count.signum() > 0) {
            values.merge(value, count, BigInteger::add);
            Histogram.requireFits(values.size());
        }
    }

    /** The first cell at {@code node} that can lead to a match: cell 0 of lines there. */
    private long from(int node) {
        return sum.filter < 0 ? 0 : cell(node, filters.low(sum.filter), trellis.most(sum.slot, node), 0);
    }

    /** The cell behind the last one at {@code node} that can lead to a match. */
    private long to(int node) {
        return sum.filter < 0
                ? sum.lattice.cells(node)
                : cell(node, filters.high(sum.filter), trellis.least(sum.slot, node), 1);
    }

    /** The cells of lines at {@code node} that the filter on the sum lets pass whatever follows: at a leaf the matches. */
    private List<Cells> certain(int node) {
        if (sum.filter < 0) {
            return List.of(new Cells(0, (int) sum.lattice.cells(node)));
        }
        List<Cells> certain = new ArrayList<>();
        for (Range part : filters.parts(sum.filter)) {
            long first = within(node, cell(node, part.low(), trellis.least(sum.slot, node), 0)) - from(node);
            long end = within(node, cell(node, part.high(), trellis.most(sum.slot, node), 1)) - from(node);
            certain.add(new Cells((int) first, (int) Math.max(first, end)));
        }
        return certain;
    }

    private long within(int node, long cell) {
        return Math.min(Math.max(cell, from(node)), Math.max(to(node), from(node)));
    }

    /** The first cell at {@code node} that has {@code bound} and {@code beyond} when {@code more} is added; open ends stay open. */
    private long cell(int node, long bound, long more, int beyond) {
        if (bound == Long.MIN_VALUE || bound == Long.MAX_VALUE) {
            return bound < 0 ? 0 : sum.lattice.cells(node);
        }
        long least = Filters.minus(bound, more);
        return least == Long.MAX_VALUE ? sum.lattice.cells(node) : sum.lattice.firstFrom(node, least + beyond);
    }
}
