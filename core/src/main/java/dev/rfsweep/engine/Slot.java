package dev.rfsweep.engine;

import dev.rfsweep.model.Column;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Metric;
import dev.rfsweep.net.MapShape;
import dev.rfsweep.net.Operator;
import java.util.List;

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

    long plus(long sum, long more) {
        return Exact.plus(metric.label(), sum, more);
    }

    /** What {@code operator} over inputs of {@code shapes} adds by itself. */
    long cost(Operator operator, List<MapShape> shapes) {
        return switch (metric) {
            case PARAMS -> operator.params(shapes);
            case MACS -> operator.macs(shapes);
            default -> 0;
        };
    }

    /** What {@code tensor} adds by what it sees. */
    long seen(LiveTensor tensor) {
        return switch (metric) {
            case RF -> tensor.fields().get(axis).extent();
            case PAD -> tensor.fields().get(axis).pad();
            case ERF -> tensor.fields().get(axis).variance12();
            case DEPTH -> tensor.depth();
            default -> 0;
        };
    }

    /** What {@code tensor} adds as the last map. */
    long leaf(LiveTensor tensor, Axes axes) {
        return switch (metric) {
            case STRIDE -> tensor.fields().get(axis).stride();
            case OUT -> tensor.shape().size(axes.representatives().get(axis));
            default -> 0;
        };
    }
}
