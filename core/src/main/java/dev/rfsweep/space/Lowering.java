package dev.rfsweep.space;

import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Turns blocks into the layers they stand for. Channels of 0 mean that the space is described without channels; every
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
     * The layers of {@code block} over an input of {@code channels}.
     *
     * @throws SpaceException when a channel product is not a whole number or a rule of the block is broken
     */
    public List<Layer> layers(FixedBlock block, long channels) {
        long out = outChannels(block, channels);
        return switch (block.type()) {
            case CN -> List.of(conv(block, out, groups(block, channels, out)));
            case DW -> List.of(depthwise(block, channels, out));
            case DS -> List.of(depthwise(block, channels, channels), pointwise(out));
            case IR -> inverted(block, channels, out);
            case ER -> edge(block, channels, out);
            case BB -> residual(block, channels, out, List.of(conv(block, out, 1), again(block, out)));
            case BT -> bottleneck(block, channels, out);
            case MP -> List.of(new Layer.Pool(Layer.Pool.Kind.MAX, windows(block, true)));
            case AP -> List.of(new Layer.Pool(Layer.Pool.Kind.AVERAGE, windows(block, true)));
            case GP -> List.of(new Layer.GlobalPool());
            case FC -> List.of(new Layer.Dense(out));
            case ID -> List.of();
        };
    }

    /** Channels behind {@code block}. */
    public long outChannels(FixedBlock block, long channels) {
        BigDecimal written = block.number(Key.C, null);
        return written == null || channels == 0 ? channels : written.longValueExact();
    }

    private List<Layer> inverted(FixedBlock block, long channels, long out) {
        long wide = expanded(block, channels);
        List<Layer> trunk = new ArrayList<>();
        if (block.number(Key.E, ONE).compareTo(ONE) != 0) {
            trunk.add(pointwise(wide));
        }
        trunk.add(new Layer.Conv(windows(block, true), wide, Math.max(wide, 1)));
        gate(block, channels).ifPresent(trunk::add);
        trunk.add(pointwise(out));
        return identityShortcut(block, channels, out, trunk);
    }

    private List<Layer> edge(FixedBlock block, long channels, long out) {
        List<Layer> trunk = new ArrayList<>();
        trunk.add(conv(block, expanded(block, channels), 1));
        gate(block, channels).ifPresent(trunk::add);
        trunk.add(pointwise(out));
        return identityShortcut(block, channels, out, trunk);
    }

    private List<Layer> bottleneck(FixedBlock block, long channels, long out) {
        long narrow = whole(block, Key.C, QUARTER, out, "c/4");
        return residual(block, channels, out, List.of(pointwise(narrow), conv(block, narrow, 1), pointwise(out)));
    }

    private List<Layer> identityShortcut(FixedBlock block, long channels, long out, List<Layer> trunk) {
        boolean sameShape = channels == out && !strided(block);
        return block.block().skip() && sameShape ? List.of(new Layer.Residual(List.copyOf(trunk), null)) : trunk;
    }

    private List<Layer> residual(FixedBlock block, long channels, long out, List<Layer> trunk) {
        if (!block.block().skip()) {
            return trunk;
        }
        if (channels == out && !strided(block)) {
            return List.of(new Layer.Residual(trunk, null));
        }
        List<Window> windows = windows(block, true).stream()
                .map(window -> new Window(1, window.stride(), 1, Padding.Auto.VALID))
                .toList();
        return List.of(new Layer.Residual(trunk, new Layer.Conv(windows, out, 1)));
    }

    private boolean strided(FixedBlock block) {
        return windows(block, true).stream().anyMatch(window -> window.stride() != 1);
    }

    private Optional<Layer> gate(FixedBlock block, long channels) {
        BigDecimal ratio = block.number(Key.SE, BigDecimal.ZERO);
        if (ratio.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal hidden = ratio.multiply(BigDecimal.valueOf(channels)).setScale(0, RoundingMode.HALF_EVEN);
        return Optional.of(new Layer.Gate(Math.max(1, hidden.longValueExact())));
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

    private Layer depthwise(FixedBlock block, long channels, long out) {
        if (channels != out) {
            throw new SpaceException(
                    block.block(),
                    Key.C,
                    "a depthwise convolution keeps its " + channels + " input channels, so c" + out + " does not fit");
        }
        return new Layer.Conv(windows(block, true), channels, Math.max(channels, 1));
    }

    private Layer conv(FixedBlock block, long out, long groups) {
        return new Layer.Conv(windows(block, true), out, groups);
    }

    /** The second convolution of a basic block: the same kernel at stride 1. */
    private Layer again(FixedBlock block, long out) {
        return new Layer.Conv(windows(block, false), out, 1);
    }

    private Layer pointwise(long out) {
        Window window = new Window(1, 1, 1, Padding.Auto.VALID);
        return new Layer.Conv(Collections.nCopies(rank, window), out, 1);
    }

    private List<Window> windows(FixedBlock block, boolean strided) {
        List<Window> windows = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            windows.add(new Window(
                    block.extent(Key.K, axis, 3),
                    strided ? block.extent(Key.S, axis, 1) : 1,
                    block.extent(Key.DIL, axis, 1),
                    padding(block, axis)));
        }
        return windows;
    }

    private static Padding padding(FixedBlock block, int axis) {
        Value written = block.values().get(Key.PAD);
        if (written instanceof Value.Extents extents) {
            return new Padding.Fixed(extents.at(axis), extents.at(axis));
        }
        return written instanceof Value.Mode mode ? mode.padding() : Padding.Auto.SAME;
    }
}
