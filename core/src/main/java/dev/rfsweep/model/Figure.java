package dev.rfsweep.model;

/**
 * A value of a metric. It is shown as a number and compared by its key, which is exact.
 *
 * @param key what the value is worked out from, in the order of the values
 */
public record Figure(Metric metric, long key) implements Comparable<Figure> {

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

    @Override
    public int compareTo(Figure other) {
        return Long.compare(key, other.key);
    }

    /** The value: a whole number, or the shortest decimal that is this double. */
    @Override
    public String toString() {
        return metric.value(key).toString();
    }
}
