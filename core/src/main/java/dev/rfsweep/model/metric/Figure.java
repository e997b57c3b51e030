package dev.rfsweep.model.metric;

import java.math.BigDecimal;

/**
 * A value of a metric. Values are compared exactly, also where two of them are the same double: what they are compared by, a
 * whole number called the key, is the metric's own business.
 */
public final class Figure implements Comparable<Figure> {

    private final Metric metric;
    private final long key;

    /** The value of {@code metric} that {@code key} stands for. */
    public Figure(Metric metric, long key) {
        this.metric = metric;
        this.key = key;
    }

    /** What it is a value of. */
    public Metric metric() {
        return metric;
    }

    long key() {
        return key;
    }

    /**
     * The value of a metric of whole numbers.
     *
     * @throws IllegalStateException for other metrics
     */
    public long longValue() {
        if (!metric.isWhole()) {
            throw new IllegalStateException(metric + " is no whole number");
        }
        return key;
    }

    /** The value, correctly rounded. */
    public double doubleValue() {
        return metric.value(key).doubleValue();
    }

    /** The value with the decimals that are written: exact where it is whole, otherwise rounded half up. */
    public BigDecimal decimal() {
        BigDecimal rounded = BigDecimal.valueOf(metric.rounded(key), metric.decimals());
        BigDecimal shortest = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return shortest.scale() > 0 ? shortest : shortest.setScale(Math.min(metric.decimals(), 1));
    }

    /** A value about half way from this one to {@code other}, which is not less. */
    public Figure middle(Figure other) {
        return new Figure(metric, key + (other.key - key) / 2);
    }

    @Override
    public int compareTo(Figure other) {
        return Long.compare(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figure figure && metric == figure.metric && key == figure.key;
    }

    @Override
    public int hashCode() {
        return 31 * metric.hashCode() + Long.hashCode(key);
    }

    /** The value: a whole number, or the shortest decimal that is this double. */
    @Override
    public String toString() {
        return metric.value(key).toString();
    }
}
