package dev.rfsweep.internal.report.scene;

/**
 * The effective field of one unit on one axis, as it is drawn: around the middle of the paths, and inside the field.
 *
 * @param from where it starts
 * @param to where it ends
 */
public record Effective(double from, double to) {

    public double centre() {
        return (from + to) / 2;
    }

    public double radius() {
        return (to - from) / 2;
    }
}
