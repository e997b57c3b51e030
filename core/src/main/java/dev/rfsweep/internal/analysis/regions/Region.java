package dev.rfsweep.internal.analysis.regions;

import dev.rfsweep.internal.analysis.reads.IntervalSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The input positions that one unit sees: a union of boxes, each a set of positions along every axis. Branches may see
 * different shapes, so the union need not be a box.
 */
public final class Region {

    /** Most boxes that are kept apart; beyond, their bounding sets along the axes stand for them. */
    private static final int MOST_BOXES = 512;

    private final int axes;
    private final List<IntervalSet[]> boxes = new ArrayList<>();
    private boolean exact = true;

    Region(int axes) {
        this.axes = axes;
    }

    /** Whether the unit sees nothing at all. */
    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    /** First position seen along {@code axis}; the region must not be empty. */
    public long lo(int axis) {
        return along(axis).first();
    }

    /** Last position seen along {@code axis}; the region must not be empty. */
    public long hi(int axis) {
        return along(axis).last();
    }

    /** Different positions seen along {@code axis}. */
    public long count(int axis) {
        return along(axis).count();
    }

    /** Whether {@code position} is seen along {@code axis}, wherever on the others. */
    public boolean sees(int axis, long position) {
        return along(axis).contains(position);
    }

    /** Whether {@link #count()} is exact, as it nearly always is: not where more boxes met than are kept apart. */
    public boolean exact() {
        return exact;
    }

    /** Input positions seen, all axes together. */
    public long count() {
        return count(0, boxes);
    }

    IntervalSet along(int axis) {
        IntervalSet all = IntervalSet.NONE;
        for (IntervalSet[] box : boxes) {
            all = all.or(box[axis]);
        }
        return all;
    }

    public List<IntervalSet[]> boxes() {
        return boxes;
    }

    /** Adds a box; one that is empty along an axis is empty. */
    void add(IntervalSet[] box) {
        for (IntervalSet runs : box) {
            if (runs.isEmpty()) {
                return;
            }
        }
        for (int i = 0; i < boxes.size(); i++) {
            IntervalSet[] other = boxes.get(i);
            if (inside(box, other)) {
                return;
            }
            IntervalSet[] joined = inside(other, box) ? box : joined(box, other);
            if (joined != null) {
                boxes.remove(i);
                add(joined);
                return;
            }
        }
        boxes.add(box);
        if (boxes.size() > MOST_BOXES) {
            collapse();
        }
    }

    /** This region with what all boxes see along an axis in place of {@link IntervalSet#ELSEWHERE}. */
    Region settled() {
        if (boxes.stream().flatMap(Arrays::stream).noneMatch(IntervalSet::elsewhere)) {
            return this;
        }
        Region settled = new Region(axes);
        settled.inherit(this);
        for (IntervalSet[] box : boxes) {
            IntervalSet[] real = box.clone();
            for (int axis = 0; axis < axes; axis++) {
                real[axis] = box[axis].elsewhere() ? along(axis).here() : box[axis];
            }
            settled.add(real);
        }
        return settled;
    }

    /** Takes over whether {@code other}, which this region was derived from, is exact. */
    void inherit(Region other) {
        exact &= other.exact;
    }

    private void collapse() {
        IntervalSet[] hull = new IntervalSet[axes];
        Arrays.setAll(hull, this::along);
        boxes.clear();
        boxes.add(hull);
        exact = false;
    }

    private static boolean inside(IntervalSet[] inner, IntervalSet[] outer) {
        return IntStream.range(0, inner.length).allMatch(axis -> outer[axis].containsAll(inner[axis]));
    }

    /** The two as one box where they differ along one axis at most, otherwise null. */
    private static IntervalSet[] joined(IntervalSet[] one, IntervalSet[] other) {
        int different = -1;
        for (int axis = 0; axis < one.length; axis++) {
            if (!one[axis].equals(other[axis])) {
                if (different >= 0) {
                    return null;
                }
                different = axis;
            }
        }
        IntervalSet[] joined = one.clone();
        joined[different] = one[different].or(other[different]);
        return joined;
    }

    /** Cuts {@code axis} where any box begins or ends, and counts what the boxes of each piece cover on the axes behind. */
    private long count(int axis, List<IntervalSet[]> among) {
        if (axis == axes || among.isEmpty()) {
            return among.isEmpty() ? 0 : 1;
        }
        if (among.size() == 1) {
            return among.get(0)[axis].count() * count(axis + 1, among);
        }
        TreeSet<Long> cuts = new TreeSet<>();
        for (IntervalSet[] box : among) {
            for (int at = 0; at < box[axis].intervals(); at++) {
                cuts.add(box[axis].first(at));
                cuts.add(box[axis].last(at) + 1);
            }
        }
        long count = 0;
        long from = cuts.first();
        for (long to : cuts.tailSet(from, false)) {
            long piece = from;
            List<IntervalSet[]> there =
                    among.stream().filter(box -> box[axis].contains(piece)).toList();
            count += (to - from) * count(axis + 1, there);
            from = to;
        }
        return count;
    }
}
