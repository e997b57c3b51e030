package dev.rfsweep.internal.space;

import dev.rfsweep.internal.net.Add;
import dev.rfsweep.internal.net.Convolution;
import dev.rfsweep.internal.net.Dense;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.GlobalPool;
import dev.rfsweep.internal.net.Identity;
import dev.rfsweep.internal.net.Pool;
import dev.rfsweep.internal.net.SqueezeExcite;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Turns blocks into the fragments of a network that they stand for. Channels of 0 mean that the space is described without channels; every
 * product of them is then 0 again, so one set of rules serves both.
 */
public final class Lowering {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private final int rank;

    public Lowering(int rank) {
        this.rank = rank;
    }

    /**
     * What {@code block} stands for over an input of {@code channels}.
     *
     * @throws SpaceException when a channel product is not a whole number or a rule of the block is broken
     */
    public Fragment fragment(FixedBlock block, long channels) {
        long out = outChannels(block, channels);
        return switch (block.type()) {
            case CN -> conv(block, out, groups(block, channels, out));
            case DW -> depthwise(block, channels, out);
            case DS -> new Fragment.Chain(List.of(depthwise(block, channels, channels), pointwise(out)));
            case IR -> inverted(block, channels, out);
            case ER -> edge(block, channels, out);
            case BB -> residual(block, channels, out, List.of(conv(block, out, 1), again(block, out)));
            case BT -> bottleneck(block, channels, out);
            case MP -> Fragment.of(new Pool(Pool.Kind.MAX, windows(block, true)));
            case AP -> Fragment.of(new Pool(Pool.Kind.AVERAGE, windows(block, true)));
            case GP -> Fragment.of(new GlobalPool());
            case FC -> Fragment.of(new Dense(out));
            case ID -> new Fragment.Chain(List.of());
        };
    }

    private static long outChannels(FixedBlock block, long channels) {
        BigDecimal written = block.number(Key.C, null);
        return written == null || channels == 0 ? channels : written.longValueExact();
    }

    private Fragment inverted(FixedBlock block, long channels, long out) {
        long wide = expanded(block, channels);
        List<Fragment> trunk = new ArrayList<>();
        if (block.number(Key.E, ONE).compareTo(ONE) != 0) {
            trunk.add(pointwise(wide));
        }
        trunk.add(conv(block, wide, Math.max(wide, 1)));
        gate(block, channels, wide).ifPresent(trunk::add);
        trunk.add(pointwise(out));
        return identityShortcut(block, channels, out, trunk);
    }

    private Fragment edge(FixedBlock block, long channels, long out) {
        List<Fragment> trunk = new ArrayList<>();
        long wide = expanded(block, channels);
        trunk.add(conv(block, wide, 1));
        gate(block, channels, wide).ifPresent(trunk::add);
        trunk.add(pointwise(out));
        return identityShortcut(block, channels, out, trunk);
    }

    private Fragment bottleneck(FixedBlock block, long channels, long out) {
        long narrow = whole(block, Key.C, QUARTER, out, "c/4");
        return residual(block, channels, out, List.of(pointwise(narrow), conv(block, narrow, 1), pointwise(out)));
    }

    private Fragment identityShortcut(FixedBlock block, long channels, long out, List<Fragment> trunk) {
        boolean sameShape = channels == out && !strided(block);
        return block.block().skip() && sameShape ? sum(trunk, Fragment.of(new Identity())) : new Fragment.Chain(trunk);
    }

    private Fragment residual(FixedBlock block, long channels, long out, List<Fragment> trunk) {
        if (!block.block().skip()) {
            return new Fragment.Chain(trunk);
        }
        if (channels == out && !strided(block)) {
            return sum(trunk, Fragment.of(new Identity()));
        }
        List<Window> windows = windows(block, true).stream()
                .map(window -> new Window(1, window.stride(), 1, Padding.Auto.VALID))
                .toList();
        return sum(trunk, new Fragment.Single(normed(windows, out, 1), "projection", "projection"));
    }

    private static Fragment sum(List<Fragment> trunk, Fragment shortcut) {
        return new Fragment.Branches("block", List.of(new Fragment.Chain(trunk), shortcut), new Add());
    }

    private static boolean strided(FixedBlock block) {
        return block.values().get(Key.S) instanceof Value.Extents strides
                && strides.axes().stream().anyMatch(stride -> stride != 1);
    }

    private Optional<Fragment> gate(FixedBlock block, long channels, long wide) {
        BigDecimal ratio = block.number(Key.SE, BigDecimal.ZERO);
        if (ratio.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal hidden = ratio.multiply(BigDecimal.valueOf(channels)).setScale(0, RoundingMode.HALF_EVEN);
        return Optional.of(SqueezeExcite.of(rank, wide, Math.max(1, hidden.longValueExact())));
    }

    private long expanded(FixedBlock block, long channels) {
        BigDecimal ratio = block.number(Key.E, ONE);
        return whole(block, Key.E, ratio, channels, "e" + ratio.toPlainString());
    }

    private static long whole(FixedBlock block, Key key, BigDecimal ratio, long channels, String what) {
        try {
            return ratio.multiply(BigDecimal.valueOf(channels)).longValueExact();
        } catch (ArithmeticException fraction) {
            throw new SpaceException(
                    block.block(), key, what + " of " + channels + " channels is not a whole number of channels");
        }
    }

    private static long groups(FixedBlock block, long channels, long out) {
        long groups = block.number(Key.G, ONE).longValueExact();
        if (channels % groups != 0 || out % groups != 0) {
            throw new SpaceException(
                    block.block(),
                    Key.G,
                    "g" + groups + " does not divide " + channels + " input and " + out + " output channels");
        }
        return groups;
    }

    private Fragment depthwise(FixedBlock block, long channels, long out) {
        if (channels != out) {
            throw new SpaceException(
                    block.block(),
                    Key.C,
                    "a depthwise convolution keeps its " + channels + " input channels, so c" + out + " does not fit");
        }
        return conv(block, channels, Math.max(channels, 1));
    }

    private Fragment conv(FixedBlock block, long out, long groups) {
        return Fragment.of(normed(windows(block, true), out, groups));
    }

    /** The second convolution of a basic block: the same kernel at stride 1. */
    private Fragment again(FixedBlock block, long out) {
        return Fragment.of(normed(windows(block, false), out, 1));
    }

    private Fragment pointwise(long out) {
        Window window = new Window(1, 1, 1, Padding.Auto.VALID);
        return Fragment.of(normed(Collections.nCopies(rank, window), out, 1));
    }

    /** Batch norm follows every convolution of a block, in the place of a bias. */
    private static Convolution normed(List<Window> windows, long out, long groups) {
        return new Convolution(windows, out, groups, true, false);
    }

    /** Axes that are alike share one window. */
    private List<Window> windows(FixedBlock block, boolean strided) {
        Value kernel = block.values().get(Key.K);
        Value stride = strided ? block.values().get(Key.S) : null;
        Value dilation = block.values().get(Key.DIL);
        Value padding = block.values().get(Key.PAD);
        Window[] windows = new Window[rank];
        for (int axis = 0; axis < rank; axis++) {
            int k = extent(kernel, axis, FixedBlock.DEFAULT_KERNEL);
            int s = extent(stride, axis, 1);
            int d = extent(dilation, axis, 1);
            Padding pad = padding(padding, axis);
            Window before = axis == 0 ? null : windows[axis - 1];
            boolean same = before != null
                    && before.kernel() == k
                    && before.stride() == s
                    && before.dilation() == d
                    && before.padding().equals(pad);
            windows[axis] = same ? before : new Window(k, s, d, pad);
        }
        return List.of(windows);
    }

    private static int extent(Value written, int axis, int fallback) {
        return written instanceof Value.Extents extents ? extents.at(axis) : fallback;
    }

    private static Padding padding(Value written, int axis) {
        if (written instanceof Value.Extents extents) {
            return new Padding.Fixed(extents.at(axis), extents.at(axis));
        }
        return written instanceof Value.Mode mode ? mode.padding() : Padding.Auto.SAME;
    }
}
