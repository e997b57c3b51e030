package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Read;
import java.util.List;

/**
 * One input of an operator: where it comes from, and how it is read along every spatial axis.
 *
 * @param source the tensor that is read
 * @param reads how output units read it, one entry per spatial axis
 * @param reduced the axes, one bit each, that the operator by definition makes one value of
 */
public record OperatorInput(Tensor source, List<Read> reads, int reduced) {

    OperatorInput(Tensor source, List<Read> reads) {
        this(source, reads, 0);
    }

    /** How output units read it along {@code axis}. */
    public Read read(int axis) {
        return reads.get(axis);
    }
}
