package dev.rfsweep.model.metric;

/**
 * One column of a sweep: a metric, and the axis it is taken on.
 *
 * @param metric what is measured
 * @param axis index of the axis in array order, or {@link #SHARED} for a metric without axes or in a space whose axes
 *     always agree
 */
public record Column(Metric metric, int axis) {

    public static final int SHARED = -1;

    public Column {
        if (axis < SHARED || axis > 2 || (axis != SHARED && !metric.perAxis())) {
            throw new IllegalArgumentException(metric + " has no axis " + axis);
        }
    }

    /** Suffix of axis {@code axis} in a space of {@code rank} axes: {@code d}, {@code h} or {@code w}. */
    public static String axisName(int axis, int rank) {
        return "dhw".substring(3 - rank + axis, 3 - rank + axis + 1);
    }

    /** The name users write: {@code rf}, or {@code rf_h} where axes differ. */
    public String label(int rank) {
        return axis == SHARED ? metric.label() : metric.label() + "_" + axisName(axis, rank);
    }
}
