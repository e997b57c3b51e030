package dev.rfsweep.internal.emit;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Nets;
import dev.rfsweep.internal.net.Network;
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

    static Fragment conv(Window window, long channels, long groups) {
        return Nets.conv(both(window), channels, groups);
    }

    static Fragment max(Window window) {
        return Nets.max(both(window));
    }

    static Fragment average(Window window) {
        return Nets.average(both(window));
    }

    /** Over images of unknown size with 8 channels. */
    static Network of(Fragment... layers) {
        return new Network(2, List.of(), 8, List.of(layers));
    }

    /** Over inputs of {@code size} pixels on each axis with 8 channels. */
    static Network sized(int rank, int size, Fragment... layers) {
        return new Network(rank, Collections.nCopies(rank, size), 8, List.of(layers));
    }
}
