package dev.rfsweep.internal.emit;

import dev.rfsweep.internal.net.Add;
import dev.rfsweep.internal.net.Convolution;
import dev.rfsweep.internal.net.Dense;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.GlobalPool;
import dev.rfsweep.internal.net.Identity;
import dev.rfsweep.internal.net.Multiplication;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.Pool;
import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.model.Window;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a network as functional Keras 3 code, channels last. Every border is padded by hand in front of a layer with
 * {@code padding="valid"}, the default, because {@code "same"} depends on the size of the input.
 */
public final class Keras extends Emitter {

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
    /** Sums that are open around this place. */
    private int depth;

    /** The variable that layers read and write. */
    private String at = "x";

    private Keras(Network network) {
        super(Flow.into(network));
        this.rank = network.rank();
        this.suffix = rank + "D";
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
        if (Flow.uses(network, new Multiplication())) {
            code.text(SQUEEZE_EXCITE.replace("2D", suffix));
        }
        List<String> size = network.size().isEmpty()
                ? Collections.nCopies(rank, "None")
                : network.size().stream().map(String::valueOf).toList();
        code.line("def build():").in();
        code.line("inputs = keras.Input((" + String.join(", ", size) + ", " + network.channels() + "))");
        code.line("x = inputs");
        new Fragment.Chain(network.trunk()).accept(this);
        return code.line("return keras.Model(inputs, x, name=\"" + name + "\")").toString();
    }

    @Override
    public Void multiplication(Multiplication multiplication) {
        code.line(at + " = squeeze_excite(" + at + ", " + flow.channels() + ", " + flow.hidden(joined) + ")");
        return null;
    }

    @Override
    public Void globalPool(GlobalPool pool) {
        apply("GlobalAveragePooling" + suffix + "(keepdims=True)");
        flow.pass(pool);
        return null;
    }

    @Override
    public Void dense(Dense dense) {
        apply(flow.isVector() ? "ReLU()" : "Flatten()");
        apply("Dense(" + dense.channels() + ")");
        flow.pass(dense);
        return null;
    }

    @Override
    public Void identity(Identity identity) {
        return null;
    }

    @Override
    public Void convolution(Convolution conv) {
        List<Window> windows = conv.windows();
        pad(flow.borders(windows), false);
        List<Integer> strides = windows.stream().map(Window::stride).toList();
        List<Integer> dilations = windows.stream().map(Keras::dilation).toList();
        boolean apart = any(strides) && any(dilations);
        String options = kernel(windows)
                + (apart ? "" : Code.option("strides", strides, 1))
                + Code.option("dilation_rate", dilations, 1);
        String bias = conv.bias() ? ")" : ", use_bias=False)";
        if (isDepthwise(conv, strides)) {
            apply("DepthwiseConv" + suffix + "(" + options + bias);
        } else {
            apply("Conv" + suffix + "(" + conv.channels() + ", " + options
                    + Code.option("groups", List.of(conv.groups()), 1) + bias);
        }
        if (apart) { // Keras refuses stride and dilation in one layer; this pool only takes every so manyth pixel
            apply("MaxPooling" + suffix + "(1" + Code.option("strides", strides, 1) + ")");
        }
        if (conv.norm()) {
            apply("BatchNormalization()");
        }
        if (!summed) {
            apply("ReLU()");
        }
        flow.pass(conv);
        return null;
    }

    /** Depthwise layers take one stride for all axes and at most two of them; elsewhere groups say the same. */
    private boolean isDepthwise(Convolution conv, List<Integer> strides) {
        return conv.groups() > 1
                && conv.groups() == flow.channels()
                && conv.groups() == conv.channels()
                && rank < 3
                && strides.stream().distinct().count() == 1;
    }

    @Override
    public Void pool(Pool pool) {
        boolean max = pool.kind() == Pool.Kind.MAX;
        List<Window> windows = pool.windows();
        if (any(windows.stream().map(Keras::dilation).toList())) {
            throw new InexpressibleException("Keras has no pooling with dilation");
        }
        pad(flow.borders(windows), max);
        apply((max ? "MaxPooling" : "AveragePooling") + suffix + "(" + kernel(windows) + ", strides="
                + Code.extents(windows.stream().map(Window::stride).toList()) + ")");
        flow.pass(pool);
        return null;
    }

    @Override
    public Void add(Add add) {
        Fragment.Branches sum = joined;
        flow.requireFits(sum);
        boolean outside = summed;
        String trunk = at;
        depth++;
        summed = true;
        Flow beside = flow.fork();
        String shortcut = depth == 1 ? "shortcut" : "shortcut" + depth;
        code.line(shortcut + " = " + trunk);
        sum.branches().get(0).accept(this);
        Flow behind = flow;
        flow = beside;
        at = shortcut;
        sum.branches().get(1).accept(this);
        at = trunk;
        flow = behind;
        code.line(trunk + " = layers.Add()([" + trunk + ", " + shortcut + "])");
        depth--;
        summed = outside;
        return null;
    }

    private void apply(String layer) {
        code.line(at + " = layers." + layer + "(" + at + ")");
    }

    /** A maximum is padded with what never wins, which no layer of Keras does. */
    private void pad(List<PixelPadding> borders, boolean max) {
        List<PixelPadding> cropped = borders.stream().map(PixelPadding::cropped).toList();
        if (!cropped.stream().allMatch(PixelPadding::isNone)) {
            apply("Cropping" + suffix + "(" + pairs(cropped) + ")");
        }
        List<PixelPadding> added = borders.stream().map(PixelPadding::added).toList();
        if (added.stream().allMatch(PixelPadding::isNone)) {
            return;
        }
        if (max) {
            String all =
                    added.stream().map(PixelPadding::pair).collect(Collectors.joining(", ", "((0, 0), ", ", (0, 0))"));
            code.line(at + " = keras.ops.pad(" + at + ", " + all + ", constant_values=float(\"-inf\"))");
        } else {
            apply("ZeroPadding" + suffix + "(" + pairs(added) + ")");
        }
    }

    private String pairs(List<PixelPadding> borders) {
        boolean same = borders.stream().distinct().count() == 1
                && borders.get(0).low() == borders.get(0).high();
        if (same || rank == 1) {
            return same ? String.valueOf(borders.get(0).low()) : borders.get(0).pair();
        }
        return borders.stream().map(PixelPadding::pair).collect(Collectors.joining(", ", "(", ")"));
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
