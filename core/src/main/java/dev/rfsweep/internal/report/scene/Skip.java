package dev.rfsweep.internal.report.scene;

/**
 * A branch that joins the longest path again.
 *
 * @param from the layer whose output it reads, counted from 1; 0 is the input
 * @param to the layer whose output it joins, behind {@code from}
 */
public record Skip(int from, int to) {

    public int length() {
        return to - from;
    }
}
