package dev.rfsweep.internal.space;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * A block with every choice made.
 *
 * @param block where it comes from
 * @param values the value of every key that is written, in written order, without the repeats
 * @param first whether it is the first of its repeats, the only one whose stride counts
 */
public record FixedBlock(Block block, Map<Key, Value> values, boolean first) {

    /** Kernel of the blocks that need not say theirs. */
    static final int DEFAULT_KERNEL = 3;

    public BlockType type() {
        return block.type();
    }

    /** The number of {@code key} on {@code axis}, or {@code fallback} where it is not written. */
    private int extent(Key key, int axis, int fallback) {
        return values.get(key) instanceof Value.Extents extents ? extents.at(axis) : fallback;
    }

    /** Distance from the first tap of its window to the last on {@code axis}. */
    public long reach(int axis) {
        return extent(Key.DIL, axis, 1) * (extent(Key.K, axis, DEFAULT_KERNEL) - 1L);
    }

    /** The number of {@code key}, or {@code fallback} where it is not written. */
    BigDecimal number(Key key, BigDecimal fallback) {
        return values.get(key) instanceof Value.Scalar scalar ? scalar.value() : fallback;
    }

    /** Two fixed blocks are equal when they build the same layers, whichever block of the grammar they come from. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FixedBlock that
                && block.type() == that.block.type()
                && block.skip() == that.block.skip()
                && first == that.first
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(block.type(), block.skip(), first, values);
    }
}
