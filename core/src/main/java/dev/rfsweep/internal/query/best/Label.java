package dev.rfsweep.internal.query.best;

import java.math.BigInteger;
import java.util.Arrays;

/** Matches that are one point to every objective. */
public final class Label {

    private final long[] point;
    private final BigInteger count;
    private final BigInteger id;

    /**
     * Takes over {@code point}.
     *
     * @param point a coordinate for each objective
     * @param count how many matches they are
     * @param id the least of their ids
     */
    public Label(long[] point, BigInteger count, BigInteger id) {
        this.point = point;
        this.count = count;
        this.id = id;
    }

    long at(int objective) {
        return point[objective];
    }

    public BigInteger count() {
        return count;
    }

    public BigInteger id() {
        return id;
    }

    boolean samePoint(Label other) {
        return Arrays.equals(point, other.point);
    }

    /** The same matches behind one more edge. */
    Label behind(long[] weight, BigInteger idOffset) {
        long[] sum = point.clone();
        for (int objective = 0; objective < sum.length; objective++) {
            sum[objective] += weight[objective];
        }
        return new Label(sum, count, id.add(idOffset));
    }

    Label merge(Label other) {
        return new Label(point, count.add(other.count), id.min(other.id));
    }
}
