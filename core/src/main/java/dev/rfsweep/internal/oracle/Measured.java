package dev.rfsweep.internal.oracle;

import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Where the oracle's value of every metric is, as a key. */
public final class Measured {

    private static final Map<Metric, BiFunction<Answer, AxisAnswer, Number>> VALUES = new HashMap<>();

    static {
        VALUES.put(Metric.RF, (answer, axis) -> axis.rf());
        VALUES.put(Metric.STRIDE, (answer, axis) -> axis.stride());
        VALUES.put(Metric.PAD, (answer, axis) -> axis.pad());
        VALUES.put(Metric.OUT, (answer, axis) -> axis.out());
        VALUES.put(Metric.ERF, (answer, axis) -> axis.variance12());
        VALUES.put(Metric.PARAMS, (answer, axis) -> answer.params());
        VALUES.put(Metric.MACS, (answer, axis) -> answer.macs());
        VALUES.put(Metric.DEPTH, (answer, axis) -> answer.depth());
        VALUES.put(Metric.LOOKAHEAD, (answer, axis) -> axis.lookahead());
        VALUES.put(Metric.ACTS, (answer, axis) -> answer.acts());
    }

    private Measured() {}

    /** What {@code answer} says of {@code column}. */
    public static long key(Answer answer, Column column) {
        AxisAnswer axis = answer.axes().get(Math.max(column.axis(), 0));
        return VALUES.get(column.metric()).apply(answer, axis).longValue();
    }
}
