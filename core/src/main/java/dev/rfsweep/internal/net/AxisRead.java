package dev.rfsweep.internal.net;

import dev.rfsweep.model.Size;
import dev.rfsweep.model.Window;

/** Which positions of one of its inputs unit {@code o} of an operator's output reads along one axis. */
public sealed interface AxisRead {

    /** Position for position. */
    Same SAME = new Same();

    /** Does something different for every way to read. */
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

    /** Position for position. */
    record Same() implements AxisRead {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.same(this);
        }
    }

    /** The only position there is. */
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

    /** All positions, whichever unit. */
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
