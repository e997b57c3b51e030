package dev.rfsweep.emit;

import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Network;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.Collections;
import java.util.List;

/** Small networks to write. */
final class Networks {

    static final Window POINT = same(1, 1, 1);
    static final Window SAME3 = same(3, 1, 1);

    private Networks() {}

    static Window same(int kernel, int stride, int dilation) {
        return new Window(kernel, stride, dilation, Padding.Auto.SAME);
    }

    static Window fixed(int kernel, int stride, int low, int high) {
        return new Window(kernel, stride, 1, new Padding.Fixed(low, high));
    }

    /** One window for both axes of an image. */
    static List<Window> both(Window window) {
        return List.of(window, window);
    }

    static Layer.Conv conv(Window window, long channels, long groups) {
        return new Layer.Conv(both(window), channels, groups);
    }

    static Layer.Pool max(Window window) {
        return new Layer.Pool(Layer.Pool.Kind.MAX, both(window));
    }

    static Layer.Pool average(Window window) {
        return new Layer.Pool(Layer.Pool.Kind.AVERAGE, both(window));
    }

    /** Over images of unknown size with 8 channels. */
    static Network of(Layer... layers) {
        return new Network(2, List.of(), 8, List.of(layers));
    }

    /** Over inputs of {@code size} pixels on each axis with 8 channels. */
    static Network sized(int rank, int size, Layer... layers) {
        return new Network(rank, Collections.nCopies(rank, size), 8, List.of(layers));
    }
}
