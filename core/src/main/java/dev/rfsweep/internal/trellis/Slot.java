package dev.rfsweep.internal.trellis;

import dev.rfsweep.model.Exact;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Metric;

/**
 * One quantity that adds up along a path of the trellis. Effective stride and output size do so trivially: the last
 * node contributes all of it.
 *
 * @param metric what is summed
 * @param axis axis class, or 0 for a metric without axes
 */
public record Slot(Metric metric, int axis) {

    public static Slot of(Column column, Axes axes) {
        return new Slot(column.metric(), column.metric().perAxis() ? axes.classOf(Math.max(column.axis(), 0)) : 0);
    }

    /** What the sum lacks of the metric's key. */
    public int constant() {
        return metric.constant();
    }

    public long plus(long sum, long more) {
        return more == 0 ? sum : Exact.plus(metric.label(), sum, more);
    }

    /** What {@code tensor} adds by what it sees. */
    long seen(LiveTensor tensor) {
        return metric.seen(tensor.fields().get(axis), tensor.depth());
    }

    /** What {@code tensor} adds as the last map. */
    long last(LiveTensor tensor, Axes axes) {
        return metric.last(new Metric.Last(
                tensor.fields().get(axis),
                tensor.shape().size(axes.representatives().get(axis)),
                tensor.behind().isEmpty() ? 0 : tensor.behind().get(axis)));
    }
}
