package dev.rfsweep.engine;

import dev.rfsweep.model.Column;
import dev.rfsweep.model.Metric;

/**
 * One quantity that adds up along a path of the trellis. Effective stride and output size do so trivially: the last
 * node contributes all of it.
 *
 * @param metric what is summed; {@link Metric#RF} stands for the extent, one less
 * @param axis axis class, or 0 for a metric without axes
 */
record Slot(Metric metric, int axis) {

    static Slot of(Column column, Axes axes) {
        return new Slot(column.metric(), column.metric().perAxis() ? axes.classOf(Math.max(column.axis(), 0)) : 0);
    }

    /** What the sum lacks of the metric: the receptive field is the extent and one. */
    int constant() {
        return metric == Metric.RF ? 1 : 0;
    }
}
