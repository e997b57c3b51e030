package dev.rfsweep.internal.report.svg;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/** Which of many points of a line are drawn: more than the page has room for cannot be seen, and make files large. */
public final class Thinned {

    private static final int MOST = 800;

    private Thinned() {}

    /** Places out of {@code count}, evenly spread, ascending, the first and the last among them. */
    public static IntList indices(int count) {
        int points = Math.min(count, MOST);
        IntArrayList indices = new IntArrayList(points);
        for (int i = 0; i < points; i++) {
            indices.add(points == 1 ? 0 : (int) ((long) i * (count - 1) / (points - 1)));
        }
        return indices;
    }
}
