package dev.rfsweep.internal.net;

import dev.rfsweep.model.Window;
import java.util.List;

/** Fragments as blocks lower to them. */
public final class Nets {

    private Nets() {}

    /** A convolution followed by batch norm. */
    public static Fragment conv(List<Window> windows, long channels, long groups) {
        return Fragment.of(new Convolution(windows, channels, groups, true, false));
    }

    public static Fragment max(List<Window> windows) {
        return Fragment.of(new Pool(Pool.Kind.MAX, windows));
    }

    public static Fragment average(List<Window> windows) {
        return Fragment.of(new Pool(Pool.Kind.AVERAGE, windows));
    }

    /** A trunk added to its own input. */
    public static Fragment residual(Fragment... trunk) {
        return projected(Fragment.of(new Identity()), trunk);
    }

    /** A trunk added to a shortcut. */
    public static Fragment projected(Fragment shortcut, Fragment... trunk) {
        return new Fragment.Branches("block", List.of(new Fragment.Chain(List.of(trunk)), shortcut), new Add());
    }

    public static Fragment globalPool() {
        return Fragment.of(new GlobalPool());
    }

    public static Fragment dense(long channels) {
        return Fragment.of(new Dense(channels));
    }
}
