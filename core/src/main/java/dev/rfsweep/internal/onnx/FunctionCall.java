package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.OnnxFunction;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a function in place of a call of it, under names of their own. */
final class FunctionCall {

    private final Call call;
    private final OnnxFunction function;
    private final Map<String, String> names = new HashMap<>();

    FunctionCall(Call call, OnnxFunction function) {
        this.call = call;
        this.function = function;
        OnnxNode node = call.node();
        for (int at = 0; at < function.inputs().size(); at++) {
            names.put(function.inputs().get(at), node.input(at));
        }
        for (int at = 0; at < function.outputs().size() && at < node.outputs().size(); at++) {
            if (call.wants(at)) {
                names.put(function.outputs().get(at), node.outputs().get(at));
            }
        }
    }

    List<OnnxNode> nodes() {
        return function.nodes().stream().map(this::renamed).toList();
    }

    private OnnxNode renamed(OnnxNode node) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        node.attributes().forEach((name, attribute) -> {
            Attribute value = attribute.reference() == null ? attribute : argument(attribute.reference());
            if (value != null && value.graph() != null) {
                throw call.needsAssumption("found a branch or loop inside a function, which rfsweep does not know");
            }
            if (value != null) {
                attributes.put(name, value);
            }
        });
        String name = call.node().label() + "/" + node.label();
        return new OnnxNode(
                name, node.type(), node.domain(), renamed(node.inputs()), renamed(node.outputs()), attributes);
    }

    private Attribute argument(String name) {
        Attribute given = call.attribute(name);
        return given == null ? function.defaults().get(name) : given;
    }

    private List<String> renamed(List<String> tensors) {
        String place = call.node().label() + "/";
        return tensors.stream()
                .map(tensor -> tensor.isEmpty() ? "" : names.getOrDefault(tensor, place + tensor))
                .toList();
    }
}
