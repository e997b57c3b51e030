package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Track;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/**
 * Which rows of a cone get a label when there is no room for all: the ends first, then where the stride changes, then
 * what fits between.
 */
record RowChoice(Track track, double spacing, double gap) {

    /** Levels, ascending. */
    IntList rows() {
        IntArrayList wanted = new IntArrayList();
        int top = track.steps().size();
        wanted.add(top);
        wanted.add(0);
        for (int level = 2; level < top; level++) {
            if (track.steps().get(level - 1).stride()
                    != track.steps().get(level - 2).stride()) {
                wanted.add(level);
            }
        }
        int every = Math.max(1, (int) Math.ceil(gap / spacing));
        for (int level = top - every; level > 0; level -= every) {
            wanted.add(level);
        }
        return thinned(wanted);
    }

    private IntList thinned(IntList wanted) {
        IntArrayList kept = new IntArrayList();
        for (int i = 0; i < wanted.size(); i++) {
            int level = wanted.getInt(i);
            if (kept.intStream().allMatch(other -> Math.abs(other - level) * spacing >= gap)) {
                kept.add(level);
            }
        }
        kept.sort(null);
        return kept;
    }
}
