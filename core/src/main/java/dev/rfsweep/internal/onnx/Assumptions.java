package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.internal.onnx.wire.OnnxModel;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import dev.rfsweep.internal.onnx.wire.ValueInfo;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the user assumes about operators, and which of the assumptions were used. */
final class Assumptions {

    private final OnnxModel model;
    private final Map<String, Assumption> said;
    private final Set<String> unused;

    Assumptions(OnnxModel model, Map<String, Assumption> said) {
        this.model = model;
        this.said = said;
        this.unused = new TreeSet<>(said.keySet());
    }

    /** Translates {@code call}, about which something was said, as assumed. */
    void apply(Call call) {
        Assumption assumption = about(call.node());
        List<Tensor> tensors = call.operands().stream()
                .filter(operand -> !operand.isConstant())
                .map(Operand::tensor)
                .toList();
        if (tensors.isEmpty()) {
            constants(call);
        } else if (assumption == Assumption.IDENTITY) {
            each(call, output -> call.builder().pointwise(call.label(output), tensors.toArray(Tensor[]::new)));
        } else {
            each(call, output -> global(call, output, tensors));
        }
    }

    /** Whether anything was said about {@code node}. */
    boolean concern(OnnxNode node) {
        return !said.isEmpty() && about(node) != null;
    }

    private Assumption about(OnnxNode node) {
        for (String name : List.of(
                node.label(),
                node.outputs().isEmpty() ? "" : node.outputs().get(0),
                node.type(),
                node.qualifiedType())) {
            if (said.containsKey(name)) {
                unused.remove(name);
                return said.get(name);
            }
        }
        return null;
    }

    private static void constants(Call call) {
        List<Operand> operands = call.operands();
        if (operands.isEmpty()) {
            throw call.fail("found no input, so an assumption cannot tell the shape of its output");
        }
        for (int output = 0; output < call.node().outputs().size(); output++) {
            call.output(
                    output,
                    Operand.of(Constant.ofShape(LongList.of(operands.get(0).sizes()))));
        }
    }

    private static void each(Call call, IntFunction<Tensor> translation) {
        for (int output = 0; output < call.node().outputs().size(); output++) {
            if (call.wants(output)) {
                call.output(output, translation.apply(output));
            }
        }
    }

    /**
     * An output that depends on everything. It has the shape that the file states, otherwise that of the first input,
     * and keeps the axes of inputs with as many dimensions.
     */
    private Tensor global(Call call, int output, List<Tensor> tensors) {
        ValueInfo told = model.graph().values().get(call.node().outputs().get(output));
        long[] sizes = told != null && told.dims() != null
                ? InputBinding.sizes(told)
                : tensors.get(0).shape().sizes();
        DimensionReads[] uses = tensors.stream()
                .map(tensor -> tensor.shape().rank() == sizes.length
                        ? followed(tensor)
                        : DimensionReads.of(tensor, sizes.length))
                .toArray(DimensionReads[]::new);
        return call.builder().add(call.label(output), sizes, uses);
    }

    /** Every dimension goes on, and each of its indices reads all of it. */
    private static DimensionReads followed(Tensor tensor) {
        DimensionReads use = DimensionReads.same(tensor);
        IntStream.range(0, tensor.shape().rank()).forEach(dim -> use.follow(dim, dim, Every.INDEX));
        return use;
    }

    /** An assumption that fits no node is taken for a typing error. */
    void requireAllUsed() {
        if (!unused.isEmpty()) {
            throw new OnnxException(
                    model.file(),
                    "found an assumption about "
                            + OnnxException.quoted(unused.iterator().next())
                            + ", expected the name of a node or of an operator");
        }
    }
}
