package dev.rfsweep.emit;

import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Network;
import dev.rfsweep.model.Window;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a network as functional Keras 3 code, channels last. Every border is padded by hand in front of a layer with
 * {@code padding="valid"}, the default, because {@code "same"} depends on the size of the input.
 */
public final class Keras {

    private static final String SQUEEZE_EXCITE = """
            def squeeze_excite(x, channels, hidden):
                gate = layers.GlobalAveragePooling2D(keepdims=True)(x)
                gate = layers.Conv2D(hidden, 1, activation="relu")(gate)
                gate = layers.Conv2D(channels, 1, activation="sigmoid")(gate)
                return layers.Multiply()([x, gate])


            """;

    private final Code code = new Code();
    private final String suffix;
    private final int rank;
    private Flow flow;

    /** The variable that layers read and write. */
    private String at = "x";

    private Keras(Network network) {
        this.rank = network.rank();
        this.suffix = rank + "D";
        this.flow = Flow.into(network);
    }

    /**
     * A self-contained Python file whose function {@code build()} returns the model.
     *
     * @param name name of the model, an identifier
     * @throws InexpressibleException when the network has no channels or Keras lacks one of its layers
     */
    public static String of(Network network, String name) {
        return new Keras(network).file(network, Code.requireIdentifier(name));
    }

    private String file(Network network, String name) {
        code.text("import keras\nfrom keras import layers\n\n\n");
        if (Flow.uses(network.layers(), Layer.Gate.class)) {
            code.text(SQUEEZE_EXCITE.replace("2D", suffix));
        }
        List<String> size = network.size().isEmpty()
                ? Collections.nCopies(rank, "None")
                : network.size().stream().map(String::valueOf).toList();
        code.line("def build():").in();
        code.line("inputs = keras.Input((" + String.join(", ", size) + ", " + network.channels() + "))");
        code.line("x = inputs");
        layers(network.layers(), false, 1);
        return code.line("return keras.Model(inputs, x, name=\"" + name + "\")").toString();
    }

    private void layers(List<Layer> layers, boolean summed, int depth) {
        for (int i = 0; i < layers.size(); i++) {
            layer(layers.get(i), summed && i == layers.size() - 1, depth);
        }
    }

    private void layer(Layer layer, boolean linear, int depth) {
        if (layer instanceof Layer.Conv conv) {
            conv(conv, linear);
        } else if (layer instanceof Layer.Pool pool) {
            pool(pool);
        } else if (layer instanceof Layer.Gate gate) {
            code.line(at + " = squeeze_excite(" + at + ", " + flow.channels() + ", " + gate.hidden() + ")");
        } else if (layer instanceof Layer.Residual residual) {
            residual(residual, depth);
        } else if (layer instanceof Layer.GlobalPool) {
            apply("GlobalAveragePooling" + suffix + "(keepdims=True)");
            flow.pool(rank);
        } else if (layer instanceof Layer.Dense dense) {
            apply(flow.isVector() ? "ReLU()" : "Flatten()");
            apply("Dense(" + dense.channels() + ")");
            flow.flatten(dense.channels());
        } else {
            throw new IllegalArgumentException("no code for " + layer);
        }
    }

    private void conv(Layer.Conv conv, boolean linear) {
        List<Window> windows = conv.windows();
        pad(flow.borders(windows), false);
        List<Integer> strides = windows.stream().map(Window::stride).toList();
        List<Integer> dilations = windows.stream().map(Keras::dilation).toList();
        boolean apart = any(strides) && any(dilations);
        String options = kernel(windows)
                + (apart ? "" : Code.option("strides", strides, 1))
                + Code.option("dilation_rate", dilations, 1);
        if (isDepthwise(conv, strides)) {
            apply("DepthwiseConv" + suffix + "(" + options + ", use_bias=False)");
        } else {
            apply("Conv" + suffix + "(" + conv.channels() + ", " + options
                    + Code.option("groups", List.of(conv.groups()), 1) + ", use_bias=False)");
        }
        if (apart) { // Keras refuses stride and dilation in one layer; this pool only takes every so manyth pixel
            apply("MaxPooling" + suffix + "(1" + Code.option("strides", strides, 1) + ")");
        }
        apply("BatchNormalization()");
        if (!linear) {
            apply("ReLU()");
        }
        flow.pass(windows, conv.channels());
    }

    /** Depthwise layers take one stride for all axes and at most two of them; elsewhere groups say the same. */
    private boolean isDepthwise(Layer.Conv conv, List<Integer> strides) {
        return conv.groups() > 1
                && conv.groups() == flow.channels()
                && conv.groups() == conv.channels()
                && rank < 3
                && strides.stream().distinct().count() == 1;
    }

    private void pool(Layer.Pool pool) {
        boolean max = pool.kind() == Layer.Pool.Kind.MAX;
        List<Window> windows = pool.windows();
        if (any(windows.stream().map(Keras::dilation).toList())) {
            throw new InexpressibleException("Keras has no pooling with dilation");
        }
        pad(flow.borders(windows), max);
        apply((max ? "MaxPooling" : "AveragePooling") + suffix + "(" + kernel(windows) + ", strides="
                + Code.extents(windows.stream().map(Window::stride).toList()) + ")");
        flow.pass(windows, flow.channels());
    }

    private void residual(Layer.Residual residual, int depth) {
        flow.requireSameSize(residual, rank);
        Flow beside = flow.copy();
        String shortcut = depth == 1 ? "shortcut" : "shortcut" + depth;
        code.line(shortcut + " = x");
        layers(residual.trunk(), true, depth + 1);
        if (residual.projection() != null) {
            Flow behind = flow;
            flow = beside;
            at = shortcut;
            conv(residual.projection(), true);
            at = "x";
            flow = behind;
        }
        code.line("x = layers.Add()([x, " + shortcut + "])");
    }

    private void apply(String layer) {
        code.line(at + " = layers." + layer + "(" + at + ")");
    }

    /** A maximum is padded with what never wins, which no layer of Keras does. */
    private void pad(List<Border> borders, boolean max) {
        List<Border> cropped = borders.stream().map(Border::cropped).toList();
        if (!cropped.stream().allMatch(Border::isNone)) {
            apply("Cropping" + suffix + "(" + pairs(cropped) + ")");
        }
        List<Border> added = borders.stream().map(Border::added).toList();
        if (added.stream().allMatch(Border::isNone)) {
            return;
        }
        if (max) {
            String all = added.stream().map(Border::pair).collect(Collectors.joining(", ", "((0, 0), ", ", (0, 0))"));
            code.line(at + " = keras.ops.pad(" + at + ", " + all + ", constant_values=float(\"-inf\"))");
        } else {
            apply("ZeroPadding" + suffix + "(" + pairs(added) + ")");
        }
    }

    private String pairs(List<Border> borders) {
        boolean same = borders.stream().distinct().count() == 1
                && borders.get(0).low() == borders.get(0).high();
        if (same || rank == 1) {
            return same ? String.valueOf(borders.get(0).low()) : borders.get(0).pair();
        }
        return borders.stream().map(Border::pair).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String kernel(List<Window> windows) {
        return Code.extents(windows.stream().map(Window::kernel).toList());
    }

    /** A kernel of one tap has nothing to dilate. */
    private static int dilation(Window window) {
        return window.kernel() == 1 ? 1 : window.dilation();
    }

    private static boolean any(List<Integer> numbers) {
        return numbers.stream().anyMatch(number -> number > 1);
    }
}
