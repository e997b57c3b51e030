package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import java.util.ArrayList;
import java.util.List;

/** GridSample: every output takes the pixels around a place that the grid names. */
final class GridSampling {

    private GridSampling() {}

    static void gridSample(Call call) {
        Operand image = call.operand(0);
        Operand grid = call.operand(1);
        int rank = image.rank();
        call.requireCount("dimensions of the grid", grid.rank(), rank);
        long[] sizes = image.sizes();
        System.arraycopy(grid.sizes(), 1, sizes, Windows.LEADING, rank - Windows.LEADING);
        List<DimensionReads> uses = new ArrayList<>();
        if (!image.isConstant()) {
            Read[] reads = GridReads.of(call);
            DimensionReads use = DimensionReads.of(image.tensor(), rank)
                    .follow(0, 0, Read.SAME)
                    .follow(1, 1, Read.SAME);
            for (int axis = 0; axis < reads.length; axis++) {
                use.follow(Windows.LEADING + axis, Windows.LEADING + axis, reads[axis]);
            }
            uses.add(use);
        }
        if (!grid.isConstant()) {
            DimensionReads use = DimensionReads.of(grid.tensor(), rank).follow(0, 0, Read.SAME);
            for (int dim = Windows.LEADING; dim < rank; dim++) {
                use.follow(dim, dim - 1, Read.SAME);
            }
            uses.add(use);
        }
        call.output(call.builder().add(call.label(), sizes, uses.toArray(DimensionReads[]::new)));
    }
}
