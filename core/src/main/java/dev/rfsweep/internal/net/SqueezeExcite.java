package dev.rfsweep.internal.net;

import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.Collections;
import java.util.List;

/**
 * A squeeze-excite gate: global average, a 1x1 convolution with bias to a few channels and another one back, multiplied
 * into what they read.
 */
public final class SqueezeExcite {

    private SqueezeExcite() {}

    /** The gate over a map of {@code rank} axes and {@code channels}, squeezed to {@code hidden} channels. */
    public static Fragment.Branches of(int rank, long channels, long hidden) {
        Fragment gate = new Fragment.Chain(List.of(
                new Fragment.Single(new GlobalPool(), "pool", "gate pool"),
                new Fragment.Single(pointwise(rank, hidden), "squeeze", "gate conv"),
                new Fragment.Single(pointwise(rank, channels), "excite", "gate conv")));
        Fragment main = Fragment.of(new Identity());
        return new Fragment.Branches("gate", List.of(main, gate), new Multiplication());
    }

    private static Operator pointwise(int rank, long channels) {
        Window window = new Window(1, 1, 1, Padding.Auto.VALID);
        return new Convolution(Collections.nCopies(rank, window), channels, 1, false, true);
    }
}
