package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Operators that work position by position. */
final class Elementwise {

    private Elementwise() {}

    /**
     * Activations, and normalisations whose statistics are weights. Bounds, scales and the like that are computed from the
     * input act on every position.
     */
    static void unary(Call call) {
        List<Tensor> all = new ArrayList<>(List.of(call.tensor(0)));
        for (int input = 1; input < call.inputs(); input++) {
            if (call.has(input) && !call.operand(input).isConstant()) {
                all.add(whole(call, input, "input" + input, call.rank(0)));
            }
        }
        call.output(call.builder().pointwise(call.label(), all.toArray(Tensor[]::new)));
    }

    /** Casts: of a second input only the type counts. */
    static void first(Call call) {
        call.output(call.builder().pointwise(call.label(), call.tensor(0)));
    }

    /** All of an input at once, to be joined with maps of {@code rank} dimensions. */
    static Tensor whole(Call call, int input, String step, int rank) {
        Tensor tensor = call.tensor(input);
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return call.builder().add(call.label(step), ones, DimensionReads.of(tensor, rank));
    }

    /** Dropout: the second output tells where it dropped. */
    static void dropout(Call call) {
        unary(call);
        call.outputsBehindFirst(output -> call.builder().pointwise(call.label(output), call.tensor(0)));
    }

    /** Arithmetic, comparisons, selection: inputs are broadcast against each other. */
    static void broadcast(Call call) {
        List<Operand> operands = call.operands();
        Tensor[] tensors = operands.stream()
                .filter(operand -> !operand.isConstant())
                .map(Operand::tensor)
                .toArray(Tensor[]::new);
        long[] sizes = SizeRules.broadcast(call, operands);
        if (tensors.length == 1 && Arrays.equals(sizes, tensors[0].shape().sizes())) {
            call.output(call.builder().pointwise(call.label(), tensors));
        } else if (tensors.length == 1) {
            call.output(call.builder().expand(call.label(), tensors[0], sizes));
        } else if (tensors.length == operands.size()) {
            call.output(call.builder().pointwise(call.label(), tensors));
        } else {
            joinWidened(call, tensors, sizes);
        }
    }

    /** Constants take part only if they are wider than what they are joined with. */
    private static void joinWidened(Call call, Tensor[] tensors, long... sizes) {
        boolean widened =
                Arrays.stream(tensors).noneMatch(tensor -> tensor.shape().rank() == sizes.length);
        long[] joined = SizeRules.broadcast(
                call, Arrays.stream(tensors).map(Operand::of).toList());
        if (!widened && Arrays.equals(joined, sizes)) {
            call.output(call.builder().pointwise(call.label(), tensors));
        } else {
            Tensor narrow = call.builder().pointwise(call.label("joined"), tensors);
            call.output(call.builder().expand(call.label(), narrow, sizes));
        }
    }
}
