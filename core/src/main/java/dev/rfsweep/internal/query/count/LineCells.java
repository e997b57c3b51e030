package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a {@link CountLine} at every node. A cell stands for one sum of a prefix in one slot; cells are numbered as the
 * {@link SumLattice} of the slot numbers them. A line has only those cells, {@link #first} to {@link #end}, from which the filter on the
 * slot, if there is one, can still be passed.
 */
final class LineCells {

    /** Cells {@code first} to {@code end}, exclusive. */
    record Span(long first, long end) {}

    private final Trellis trellis;
    private final int slot;
    private final SumLattice lattice;

    /** The path sums that pass, ascending. */
    private final List<Range> passing;

    private LineCells(Question question, int slot) {
        Filters filters = question.filters();
        this.trellis = question.trellis();
        this.slot = slot;
        this.lattice = new SumLattice(trellis, slot, question.cancellation());
        this.passing = IntStream.range(0, filters.count())
                .filter(filter -> filters.slot(filter) == slot)
                .mapToObj(filters::parts)
                .findFirst()
                .orElse(List.of(Range.ALL));
    }

    /** Of all slots with a filter, and of {@code group} unless that is {@link FilterKeys#NO_GROUP}, the one whose sums have most values. */
    static LineCells widest(Question question, int group) {
        IntStream filtered = IntStream.range(0, question.filters().count()).map(question.filters()::slot);
        IntStream slots = group == FilterKeys.NO_GROUP ? filtered : IntStream.concat(IntStream.of(group), filtered);
        LineCells widest = null;
        for (int slot : slots.distinct().toArray()) {
            LineCells cells = new LineCells(question, slot);
            widest = widest == null || cells.lattice.most() > widest.lattice.most() ? cells : widest;
        }
        return widest;
    }

    /** The slot of the sums. */
    int slot() {
        return slot;
    }

    SumLattice lattice() {
        return lattice;
    }

    /** The path sum that {@code cell} at {@code node} stands for. */
    long sum(int node, long cell) {
        return lattice.sum(node, cell);
    }

    /** The first cell at {@code node} that can lead to a match. */
    long first(int node) {
        return passing.isEmpty()
                ? lattice.cells(node)
                : reaching(node, passing.get(0).low(), trellis.most(slot, node));
    }

    /** The cell behind the last one at {@code node} that can lead to a match; it may be before {@link #first}, and then there is none. */
    long end(int node) {
        return passing.isEmpty()
                ? 0
                : exceeding(node, passing.get(passing.size() - 1).high(), trellis.least(slot, node));
    }

    /** How many cells a line at {@code node} has. */
    long length(int node) {
        return Math.max(end(node) - first(node), 0);
    }

    /** The cells at {@code node} from which every valid path passes, whatever follows; at a leaf those are the matches. */
    List<Span> certain(int node) {
        List<Span> certain = new ArrayList<>();
        for (Range part : passing) {
            long first = withinLine(node, reaching(node, part.low(), trellis.least(slot, node)));
            long end = withinLine(node, exceeding(node, part.high(), trellis.most(slot, node)));
            certain.add(new Span(first, Math.max(first, end)));
        }
        return certain;
    }

    private long withinLine(int node, long cell) {
        long first = first(node);
        return Math.min(Math.max(cell, first), Math.max(end(node), first));
    }

    /** The first cell at {@code node} whose sum is at least {@code low} when {@code more} is added. */
    private long reaching(int node, long low, long more) {
        return low == Long.MIN_VALUE ? 0 : firstFrom(node, Filters.minus(low, more));
    }

    /** The first cell at {@code node} whose sum is greater than {@code high} when {@code more} is added. */
    private long exceeding(int node, long high, long more) {
        long most = high == Long.MAX_VALUE ? high : Filters.minus(high, more);
        return most == Long.MAX_VALUE ? lattice.cells(node) : firstFrom(node, most + 1);
    }

    private long firstFrom(int node, long sum) {
        return lattice.firstFrom(node, sum);
    }
}
