package dev.rfsweep.internal.oracle;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Nets;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A chain of windows, and for every layer what brute force found: which inputs change a unit of its output.
 *
 * @param expected one element a layer; out, rf, stride and start of unit 0 of each axis
 */
record Chain(String id, List<Integer> size, List<Fragment> layers, List<List<Expected>> expected) {

    record Expected(int out, int rf, int stride, int start) {}

    static Stream<Chain> all() throws IOException {
        List<Chain> chains = new ArrayList<>();
        for (String line : Cases.lines("chains.jsonl").toList()) {
            chains.add(read(map(Cases.json(line))));
        }
        return chains.stream();
    }

    /** The network that ends behind the first {@code layers} layers. */
    Network prefix(int layers) {
        return new Network(size.size(), size, 0, this.layers.subList(0, layers));
    }

    @Override
    public String toString() {
        return id;
    }

    private static Chain read(Map<?, ?> chain) {
        List<Fragment> layers = new ArrayList<>();
        List<List<Expected>> expected = new ArrayList<>();
        for (Object node : (List<?>) chain.get("nodes")) {
            layers.add(layer(map(node)));
            expected.add(expected(map(map(chain.get("expect")).get(map(node).get("id")))));
        }
        return new Chain((String) chain.get("id"), ints(map(chain.get("input")), "size"), layers, expected);
    }

    private static Fragment layer(Map<?, ?> node) {
        List<Window> windows = new ArrayList<>();
        for (int axis = 0; axis < ints(node, "kernel").size(); axis++) {
            int dilation = node.containsKey("dilation") ? at(node, "dilation", axis) : 1;
            windows.add(new Window(at(node, "kernel", axis), at(node, "stride", axis), dilation, padding(node, axis)));
        }
        String operator = (String) node.get("op");
        return switch (operator) {
            case "conv" -> Nets.conv(windows, 0, 1);
            case "maxpool" -> Nets.max(windows);
            case "avgpool" -> Nets.average(windows);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Padding padding(Map<?, ?> node, int axis) {
        return node.containsKey("auto_pad")
                ? Padding.Auto.valueOf((String) node.get("auto_pad"))
                : new Padding.Fixed(at(node, "pad_begin", axis), at(node, "pad_end", axis));
    }

    private static List<Expected> expected(Map<?, ?> answer) {
        List<Expected> axes = new ArrayList<>();
        for (int axis = 0; axis < ints(answer, "out").size(); axis++) {
            axes.add(new Expected(
                    at(answer, "out", axis),
                    at(answer, "rf", axis),
                    at(answer, "stride", axis),
                    at(answer, "start0", axis)));
        }
        return axes;
    }

    private static Map<?, ?> map(Object json) {
        return (Map<?, ?>) json;
    }

    private static List<Integer> ints(Map<?, ?> json, String name) {
        return ((List<?>) json.get(name)).stream().map(Integer.class::cast).toList();
    }

    private static int at(Map<?, ?> json, String name, int axis) {
        return ints(json, name).get(axis);
    }
}
