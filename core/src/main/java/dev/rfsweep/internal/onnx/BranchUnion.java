package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.List;

/**
 * The outputs of an If whose condition is not known before the network runs: each sees what it may see through either
 * branch.
 */
final class BranchUnion {

    private BranchUnion() {}

    static void join(Call call, List<Operand> one, List<Operand> other) {
        call.requireCount("outputs of else_branch", other.size(), one.size());
        for (int output = 0; output < one.size(); output++) {
            call.output(output, joined(call, output, one.get(output), other.get(output)));
        }
        call.note("its condition is not known before the network runs: both branches count, the condition does not");
    }

    private static Operand joined(Call call, int output, Operand one, Operand other) {
        if (one == null || other == null || !call.wants(output)) {
            return null;
        } else if (one.isLost() || other.isLost()) {
            return one.isLost() ? one : other;
        }
        if (one.isConstant() && one.equals(other)) {
            return one;
        }
        long[] sizes = one.sizes();
        if (other.rank() != sizes.length) {
            throw call.needsAssumption("found branches that give " + sizes.length + " and " + other.rank()
                    + " dimensions, expected as many while the condition is not known");
        }
        for (int dim = 0; dim < sizes.length; dim++) {
            sizes[dim] = sizes[dim] == other.sizes()[dim] ? sizes[dim] : Size.UNKNOWN;
        }
        if (one.isConstant() && other.isConstant()) {
            return Operand.of(Constant.ofShape(LongList.of(sizes)));
        }
        Tensor union = call.builder()
                .add(call.label(output), sizes, DimensionReads.same(one.tensor()), DimensionReads.same(other.tensor()));
        return Operand.of(union);
    }
}
