package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;

/** GridSample: every output takes the pixels around a place that the grid names. */
final class GridSampling {

    private GridSampling() {}

    static void gridSample(Call call) {
        int rank = call.rank(0);
        call.requireCount("dimensions of the grid", call.rank(1), rank);
        long[] sizes = call.sizes(0);
        System.arraycopy(call.sizes(1), 1, sizes, Windows.LEADING, rank - Windows.LEADING);
        Read[] reads = GridReads.of(call);
        DimensionReads ofImage = call.reads(0, rank).follow(0, 0, Slide.SAME).follow(1, 1, Slide.SAME);
        DimensionReads ofGrid = call.reads(1, rank).follow(0, 0, Slide.SAME);
        for (int dim = Windows.LEADING; dim < rank; dim++) {
            ofImage.follow(dim, dim, reads[dim - Windows.LEADING]);
            ofGrid.follow(dim, dim - 1, Slide.SAME);
        }
        call.output(sizes, ofImage, ofGrid);
    }
}
