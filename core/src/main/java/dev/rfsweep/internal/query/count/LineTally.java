package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.sink.Histogram;
import dev.rfsweep.internal.query.count.LineCells.Span;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
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
 * Counts matches like {@link StateTally}, but does not keep every sum of a prefix as a state of its own. Of all the sums that matter,
 * the one of most values is laid out on lines: prefixes that reach a node with equal {@link FilterKeys} for all other sums are one
 * {@link CountLine}, which counts them by that one sum. An edge then adds a whole line, shifted by the weight of the edge, to
 * a line at its end. This loop is so fast that cells without prefixes do not matter.
 */
public final class LineTally {

    private final Trellis trellis;
    private final Cancellation cancellation;
    private final int group;

    /** The sum that lines are over, and its cells. */
    private final LineCells cells;

    /** All else that prefixes must remember. */
    private final FilterKeys keys;

    /** By node: the lines there by key; null before the first, and when the node is done. */
    private final List<Long2ObjectMap<CountLine>> lines;

    private final Work work;

    /** The matches found so far by value of the group, or under 0. */
    private final SortedMap<Long, BigInteger> values = new TreeMap<>();

    private LineTally(Question question, LineCells cells, FilterKeys keys, int group, long mostStates) {
        this.trellis = question.trellis();
        this.cancellation = question.cancellation();
        this.group = group;
        this.cells = cells;
        this.keys = keys;
        this.lines = new ArrayList<>(Collections.nCopies(trellis.nodes(), null));
        this.work = new Work(CountLine.limbsFor(trellis.validPaths(0)), mostStates);
    }

    /** What is done and held, in limbs of cells, and how much of both is allowed. */
    private static final class Work {

        /** What one state of a {@link StateTally} with its steps is worth in additions to a cell. */
        private static final long ADDITIONS_PER_STATE = 1 << 9;

        /** Additions to a cell in the time of one step of one state of a {@link StateTally}. */
        private static final long ADDITIONS_PER_STEP = 64;

        /** Of the memory there is, for the lines that are alive at a time. */
        private static final int SHARE_OF_MEMORY = 3;

        /** Limbs of a cell. */
        final int limbs;

        private final long mostAlive;
        private final long mostAdditions;
        private long alive;
        private long additions;
        private boolean feasible = true;

        Work(int limbs, long mostStates) {
            this.limbs = limbs;
            this.mostAdditions = mostStates * ADDITIONS_PER_STATE;
            long fit = Runtime.getRuntime().maxMemory() / (SHARE_OF_MEMORY * (long) Long.BYTES);
            this.mostAlive = Math.min(fit, mostAdditions);
        }

        /** Once it has been too much it stays so, since what was left out then is missing from the result. */
        boolean isFeasible() {
            return feasible;
        }

        void hold(long cells) {
            alive += cells * limbs;
            feasible &= alive <= mostAlive;
        }

        void release(long cells) {
            alive -= cells * limbs;
        }

        void add(long cells) {
            additions += cells * limbs;
            feasible &= additions <= mostAdditions;
        }

        /** Whether adding so many cells is faster than so many steps of states. */
        boolean isWorth(double cells, double steps) {
            return cells * limbs <= steps * ADDITIONS_PER_STEP;
        }
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
        LineCells cells = LineCells.widest(question, group);
        return FilterKeys.beside(question, cells.slot(), group)
                .map(keys -> new LineTally(question, cells, keys, group, mostStates));
    }

    /** Whether there is a prefix for at least one in some cells. */
    private boolean isDense() {
        double[] prefixes = new double[trellis.nodes()];
        prefixes[0] = 1;
        double steps = 0;
        double added = 0;
        for (int node = 0; node < trellis.nodes(); node++) {
            cancellation.check();
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                prefixes[trellis.target(edge)] += prefixes[node];
                steps += prefixes[node];
                added += cells.lattice().cells(node);
            }
        }
        return work.isWorth(added, steps);
    }

    private Optional<SortedMap<Long, BigInteger>> run() {
        long start = keys.start();
        if (start != FilterKeys.DROPPED && trellis.hasValid(0) && cells.length(0) > 0) {
            line(0, start).ifPresent(line -> line.addOne(0));
        }
        for (int node = 0; node < trellis.nodes() && work.isFeasible(); node++) {
            Long2ObjectMap<CountLine> here = lines.set(node, null);
            if (here != null) {
                visit(node, here);
            }
        }
        return work.isFeasible() ? Optional.of(values) : Optional.empty();
    }

    private void visit(int node, Long2ObjectMap<CountLine> here) {
        Steps steps = new Steps(trellis, cells.lattice(), keys, node);
        for (Long2ObjectMap.Entry<CountLine> entry : here.long2ObjectEntrySet()) {
            CountLine line = entry.getValue();
            line.settle();
            if (group != FilterKeys.NO_GROUP && trellis.isLeaf(node)) {
                collect(node, entry.getLongKey(), line);
            } else {
                expand(node, entry.getLongKey(), line, steps);
            }
            work.release(line.cells());
            if (!work.isFeasible()) {
                return;
            }
        }
    }

    /** Counts what is certain to match at once, and takes the rest one step further. */
    private void expand(int node, long key, CountLine line, Steps steps) {
        long first = cells.first(node);
        int rest = 0;
        if (key == FilterKeys.DECIDED && group == FilterKeys.NO_GROUP) {
            for (Span span : cells.certain(node)) {
                int begin = (int) (span.first() - first);
                int end = (int) (span.end() - first);
                merge(0, line.sum(begin, end).multiply(trellis.validPaths(node)));
                follow(node, key, line, rest, begin, steps);
                rest = Math.max(rest, end);
            }
        }
        follow(node, key, line, rest, line.cells(), steps);
    }

    /** Takes the cells {@code begin} to {@code end}, exclusive, along every step. */
    private void follow(int node, long key, CountLine line, int begin, int end, Steps steps) {
        for (int step = 0; step < steps.count() && begin < end; step++) {
            cancellation.check();
            int next = steps.target[step];
            long nextKey = key == FilterKeys.DECIDED ? key : keys.canonical(next, key + steps.key[step]);
            if (nextKey != FilterKeys.DROPPED) {
                // Lines begin at different cells of the lattice.
                long shift = steps.shift[step] + cells.first(node) - cells.first(next);
                long from = Math.max(begin, -shift);
                long to = Math.min(end, cells.length(next) - shift);
                if (from < to) {
                    add(line, (int) from, (int) to, (int) shift, steps.times[step], next, nextKey);
                }
            }
        }
    }

    private void add(CountLine line, int from, int to, int shift, int times, int next, long nextKey) {
        line(next, nextKey).ifPresent(there -> {
            there.add(line, from, to, shift, times);
            work.add(to - from);
        });
    }

    /** The line at {@code node}; empty when that would be too much. */
    private Optional<CountLine> line(int node, long key) {
        Long2ObjectMap<CountLine> here = lines.get(node);
        if (here == null) {
            here = new Long2ObjectLinkedOpenHashMap<>();
            lines.set(node, here);
        }
        CountLine line = here.get(key);
        if (line == null) {
            long length = cells.length(node);
            work.hold(length);
            if (!work.isFeasible()) {
                return Optional.empty();
            }
            line = new CountLine((int) length, work.limbs, cancellation::check);
            here.put(key, line);
        }
        return Optional.of(line);
    }

    /** Counts the matches that end in leaf {@code node} by value of the group. */
    private void collect(int node, long key, CountLine line) {
        long first = cells.first(node);
        long more = trellis.leafWeight(group, node) + trellis.constant(group);
        for (Span span : cells.certain(node)) {
            int begin = (int) (span.first() - first);
            int end = (int) (span.end() - first);
            if (cells.slot() != group) {
                merge(keys.group(key) + more, line.sum(begin, end));
                continue;
            }
            for (int cell = begin; cell < end; cell++) {
                cancellation.check();
                if (!line.isZero(cell)) {
                    merge(cells.sum(node, first + cell) + more, line.sum(cell, cell + 1));
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
}
