package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Prefixes and suffixes that meet at one node. Every cell of prefixes is multiplied by how many suffixes make a match with it,
 * which are corners of the summed box of suffixes: plus where the range of steps ends, minus before it begins.
 */
final class Crossing {

    /** A power of two less one. */
    private static final int CELLS_BETWEEN_LOOKS = (1 << 12) - 1;

    private final long[] prefixes;
    private final int[] prefixSizes;
    private final int[] prefixStrides;
    private final long[] suffixes;
    private final int[] suffixSizes;
    private final int[] suffixStrides;

    /** By line: how many steps a cell is worth. */
    private final int[] prefixUnits;

    private final int[] suffixUnits;
    private final Cancellation cancellation;

    /** By line: the steps that whole paths may have, as ranges in ascending order. */
    private final List<List<Range>> wanted = new ArrayList<>();

    /** By line: corners of the lines before it, as offsets into the suffixes. */
    private final int[][] plus;

    private final int[][] minus;
    private final int[] pluses;
    private final int[] minuses;

    /** @param sure whether only paths count that surely match; otherwise all that may */
    Crossing(Meeting meeting, int node, boolean sure) {
        Grid grid = meeting.grid;
        prefixes = meeting.prefixes.table[node];
        prefixSizes = meeting.prefixes.sizes(node);
        prefixStrides = Boxes.strides(prefixSizes);
        suffixes = meeting.suffixes[node];
        suffixSizes = grid.sizes(node);
        suffixStrides = Boxes.strides(suffixSizes);
        cancellation = meeting.cancellation;
        prefixUnits = new int[prefixSizes.length];
        suffixUnits = new int[prefixSizes.length];
        for (int line = 0; line < prefixSizes.length; line++) {
            prefixUnits[line] = meeting.prefixes.unit[line][node];
            suffixUnits[line] = grid.lines.get(line).unit[node];
        }
        int lines = prefixSizes.length;
        int corners = 1;
        plus = new int[lines + 1][];
        minus = new int[lines + 1][];
        pluses = new int[lines + 1];
        minuses = new int[lines + 1];
        for (int line = 0; line < lines; line++) {
            wanted.add(wanted(meeting, node, line, sure));
            plus[line] = new int[corners];
            minus[line] = new int[corners];
            corners *= 2 * Math.max(1, wanted.get(line).size());
        }
        plus[lines] = new int[corners];
        minus[lines] = new int[corners];
    }

    private static List<Range> wanted(Meeting meeting, int node, int line, boolean sure) {
        Filters filters = meeting.question.filters();
        GridLine on = meeting.grid.lines.get(line);
        long least = meeting.prefixes.leastRest[line][node] + on.leastRest[node];
        long most = meeting.prefixes.mostRest[line][node] + on.mostRest[node];
        long base = meeting.grid.trellis.least(on.slot, 0);
        List<Range> steps = new ArrayList<>();
        int filter = filters.on(on.slot);
        if (filter < 0) {
            return List.of(new Range(0, Integer.MAX_VALUE));
        }
        long next = 0;
        for (Range part : filters.parts(filter)) {
            long missing = Filters.minus(part.low(), base + (sure ? least : most));
            long from = missing <= 0 ? 0 : (missing - 1) / on.step + 1;
            long to = Math.floorDiv(Filters.minus(part.high(), base + (sure ? most : least)), on.step);
            if (Math.max(from, next) <= to) {
                steps.add(new Range(Math.max(from, next), Math.min(to, Integer.MAX_VALUE)));
                next = to + 1;
            }
        }
        return steps;
    }

    /** Whether a whole path may have so many steps on line {@code line}. */
    boolean wants(int line, int steps) {
        return wanted.get(line).stream().anyMatch(range -> range.low() <= steps && steps <= range.high());
    }

    /**
     * Adds the matches of all cells that agree with {@code prefix} and {@code suffix} on the lines before {@code line}.
     *
     * @param prefix offset of the first such cell of the prefixes
     * @param suffix the same of the suffixes
     */
    void add(int line, int prefix, int suffix, Total total) {
        plus[line][0] = suffix;
        pluses[line] = 1;
        minuses[line] = 0;
        descend(line, prefix, total);
    }

    private void descend(int line, int prefix, Total total) {
        if (line == prefixSizes.length) {
            total.add(prefixes[prefix], suffixesAt(line));
            return;
        }
        for (int before = 0; before < prefixSizes[line]; before++) {
            if ((before & CELLS_BETWEEN_LOOKS) == 0) {
                cancellation.check();
            }
            corners(line, before);
            int at = prefix + before * prefixStrides[line];
            if (pluses[line + 1] > 0 && (line < prefixSizes.length - 1 || prefixes[at] != 0)) {
                descend(line + 1, at, total);
            }
        }
    }

    private long suffixesAt(int line) {
        long sum = 0;
        for (int corner = 0; corner < pluses[line]; corner++) {
            sum += suffixes[plus[line][corner]];
        }
        for (int corner = 0; corner < minuses[line]; corner++) {
            sum -= suffixes[minus[line][corner]];
        }
        return sum;
    }

    /** The corners behind {@code line} for prefixes of {@code before} steps on it. */
    private void corners(int line, int before) {
        pluses[line + 1] = 0;
        minuses[line + 1] = 0;
        List<Range> ranges = wanted.get(line);
        for (int at = 0; at < ranges.size(); at++) {
            long steps = (long) before * prefixUnits[line];
            long end = Math.min(Math.floorDiv(ranges.get(at).high() - steps, suffixUnits[line]), suffixSizes[line] - 1);
            long start = Math.floorDiv(ranges.get(at).low() - steps - 1, suffixUnits[line]);
            if (end >= 0 && start < end) {
                corner(line, (int) end, true);
                if (start >= 0) {
                    corner(line, (int) start, false);
                }
            }
        }
    }

    private void corner(int line, int steps, boolean positive) {
        int offset = steps * suffixStrides[line];
        for (int corner = 0; corner < pluses[line]; corner++) {
            put(line + 1, plus[line][corner] + offset, positive);
        }
        for (int corner = 0; corner < minuses[line]; corner++) {
            put(line + 1, minus[line][corner] + offset, !positive);
        }
    }

    private void put(int line, int offset, boolean positive) {
        if (positive) {
            plus[line][pluses[line]++] = offset;
        } else {
            minus[line][minuses[line]++] = offset;
        }
    }
}
