package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/** How far values are from a target, worked out with many digits. Radii that are whole are exact, and only they can tie. */
final class Distances {

    private static final MathContext DIGITS = new MathContext(80);

    private Distances() {}

    /** A number that some of {@code rows} are near in column {@code by}. */
    static BigDecimal target(SplittableRandom random, List<Row> rows, Column column, int by) {
        long key = rows.isEmpty()
                ? 0
                : FigureKey.of(rows.get(random.nextInt(rows.size())).values().get(by));
        if (column.metric().isWhole()) {
            return BigDecimal.valueOf(key + random.nextLong(-3, 4));
        }
        BigDecimal near = radius(key).setScale(random.nextInt(4), RoundingMode.HALF_EVEN);
        return near.add(BigDecimal.valueOf(random.nextLong(-3, 4), near.scale()))
                .max(BigDecimal.ZERO);
    }

    /** How far the value of {@code key} is from {@code target}. */
    static BigDecimal of(Metric metric, long key, BigDecimal target) {
        BigDecimal value = metric.isWhole() ? BigDecimal.valueOf(key) : radius(key);
        return value.subtract(target).abs().stripTrailingZeros();
    }

    private static BigDecimal radius(long key) {
        return BigDecimal.valueOf(key).divide(BigDecimal.valueOf(3), DIGITS).sqrt(DIGITS);
    }
}
