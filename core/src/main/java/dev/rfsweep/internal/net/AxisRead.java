package dev.rfsweep.internal.net;

import dev.rfsweep.model.Size;
import dev.rfsweep.model.Window;

/** The positions of one input that unit {@code o} of an operator's output reads along one axis. */
public sealed interface AxisRead {

    /** The only instance that is needed. */
    Same SAME = new Same();

    /** One method for each way to read. */
    interface Visitor<R> {
        R same(Same read);

        R one(One read);

        R slide(Slide read);

        R transposed(Transposed read);

        R upsampled(Upsampled read);

        R every(Every read);

        R nothing(None read);
    }

    <R> R accept(Visitor<R> visitor);

    /** Position {@code o}, the unit's own. */
    record Same() implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.same(this);
        }
    }

    /** Position 0 of an input that has only one along the axis. */
    record One() implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.one(this);
        }
    }

    /**
     * {@code o*stride - low + dilation*t} for every tap {@code t} of {@code window}.
     *
     * @param size size of the input, which some paddings depend on; or {@link Size#UNKNOWN}
     */
    record Slide(Window window, long size) implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slide(this);
        }
    }

    /** Every {@code i} with {@code o = i*stride - low + dilation*t} for some tap {@code t} of {@code window}. */
    record Transposed(Window window, long low) implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.transposed(this);
        }
    }

    /** {@code floor(o/factor)}, or its two neighbours where a linear interpolation is between them. */
    record Upsampled(int factor, boolean linear) implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.upsampled(this);
        }
    }

    /** All positions, the same for every unit. */
    record Every() implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.every(this);
        }
    }

    /** No position at all. */
    record None() implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }
}
