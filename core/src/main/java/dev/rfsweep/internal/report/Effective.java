package dev.rfsweep.internal.report;

/**
 * The effective field of one unit on one axis, as it is drawn: around the middle of the paths, and inside the field.
 *
 * @param from where it starts
 * @param to where it ends
 */
record Effective(double from, double to) {

    double centre() {
        return (from + to) / 2;
    }

    double radius() {
        return (to - from) / 2;
    }
}
