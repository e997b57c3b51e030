package dev.rfsweep.internal.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the columns of a table share the width of a screen. Texts are cut, the widest first; then whole columns of
 * numbers are left out, the last first, because a number that is cut would be another number.
 */
final class Fit {

    /** Columns between two cells. */
    static final int GAP = 2;

    /** No text is cut below this. */
    private static final int LEAST = 12;

    private final int[] widths;
    private final List<Boolean> text;
    private final boolean[] hidden;

    /**
     * Fits columns of {@code widths}, which it changes.
     *
     * @param text which of them hold text
     */
    Fit(int[] widths, List<Boolean> text, int width) {
        this.widths = widths;
        this.text = text;
        this.hidden = new boolean[widths.length];
        boolean gave = true;
        while (gave && total() > width) {
            gave = cutOne() || hideOne();
        }
    }

    /** The columns that are shown. */
    int[] shown() {
        return IntStream.range(0, widths.length).filter(i -> !hidden[i]).toArray();
    }

    /** The labels of the columns that are not. */
    List<String> missing(String[] labels) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (hidden[i]) {
                missing.add(labels[i]);
            }
        }
        return missing;
    }

    private long total() {
        int[] shown = shown();
        return IntStream.of(shown).mapToLong(i -> widths[i]).sum() + (long) GAP * (shown.length - 1);
    }

    private boolean cutOne() {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (text.get(i) && widths[i] > LEAST && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest >= 0) {
            widths[widest]--;
        }
        return widest >= 0;
    }

    private boolean hideOne() {
        for (int i = widths.length - 1; i > 0; i--) {
            if (!text.get(i) && !hidden[i]) {
                hidden[i] = true;
                return true;
            }
        }
        return false;
    }
}
