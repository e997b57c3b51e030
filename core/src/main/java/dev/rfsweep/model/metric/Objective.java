package dev.rfsweep.model.metric;

import dev.rfsweep.model.RefusedException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.LongUnaryOperator;

/** What a ranking or a Pareto front is about: smaller {@linkplain #loss losses} are better. */
public sealed interface Objective {

    /** Less is better. */
    record Least(Column column) implements Objective {

        @Override
        public long loss(long key) {
            return key;
        }

        @Override
        public long peak() {
            return Long.MIN_VALUE;
        }
    }

    /** More is better. */
    record Greatest(Column column) implements Objective {

        @Override
        public long loss(long key) {
            return -key;
        }

        @Override
        public long peak() {
            return Long.MAX_VALUE;
        }
    }

    /** Nearer to a target is better. */
    final class Nearest implements Objective {

        private final Column column;
        private final BigDecimal target;
        private final LongUnaryOperator distance;

        public Nearest(Column column, BigDecimal target) {
            this.column = column;
            this.target = target.stripTrailingZeros();
            this.distance = column.metric().distance(target);
        }

        public Nearest(Column column, long target) {
            this(column, BigDecimal.valueOf(target));
        }

        @Override
        public Column column() {
            return column;
        }

        /** What to be near to. */
        public BigDecimal target() {
            return target;
        }

        /** The least key at or above the target. */
        @Override
        public long peak() {
            return column.metric().keys(target, null).low();
        }

        @Override
        public long loss(long key) {
            try {
                return distance.applyAsLong(key);
            } catch (ArithmeticException overflow) {
                throw new RefusedException(column.metric() + " of some variant is too far from "
                        + target.toPlainString() + " to say how far");
            }
        }

        @Override
        public long leastLoss(long low, long high) {
            long first = peak();
            return low < first && first <= high ? 0 : Math.min(loss(low), loss(high));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Nearest that && column.equals(that.column) && target.equals(that.target);
        }

        @Override
        public int hashCode() {
            return Objects.hash(column, target);
        }
    }

    /** What is looked at. */
    Column column();

    /** How far the value of {@code key} is from what is wanted, in an order in which less is better. */
    long loss(long key);

    /** The key from which on losses do not fall; up to it they do not rise. */
    long peak();

    /** No more than the least loss of any key from {@code low} to {@code high}. */
    default long leastLoss(long low, long high) {
        return Math.min(loss(low), loss(high));
    }
}
