package dev.rfsweep.reference;

import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Network;
import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Walks a network from its input on: sizes, validity, weights and multiply-adds. Leaves the hops for the way back. */
final class ForwardPass {

    private List<Long> sizes;
    private BigInteger channels;

    /** Whether the map is gone: pooled to one pixel, or flattened. */
    private boolean flat;

    private boolean valid = true;
    private BigInteger params = BigInteger.ZERO;
    private BigInteger macs = BigInteger.ZERO;
    private int depth;
    private final List<Hop> hops;

    ForwardPass(Network network) {
        sizes = network.size().isEmpty()
                ? Collections.nCopies(network.rank(), Border.UNKNOWN)
                : network.size().stream().map(Integer::longValue).toList();
        channels = BigInteger.valueOf(network.channels());
        hops = through(network.layers());
    }

    /** Sizes of the last map, axis by axis; {@link Border#UNKNOWN} when those of the input are. */
    List<Long> sizes() {
        return sizes;
    }

    boolean valid() {
        return valid;
    }

    BigInteger params() {
        return params;
    }

    /** Multiply-adds; without meaning when the sizes are unknown. */
    BigInteger macs() {
        return macs;
    }

    int depth() {
        return depth;
    }

    List<Hop> hops() {
        return hops;
    }

    private List<Hop> through(List<Layer> layers) {
        List<Hop> passed = new ArrayList<>();
        for (Layer layer : layers) {
            through(layer, passed);
        }
        return passed;
    }

    private void through(Layer layer, List<Hop> passed) {
        if (flat && !(layer instanceof Layer.Dense)) {
            throw new IllegalArgumentException("no map is left for " + layer);
        }
        if (layer instanceof Layer.Conv conv) {
            depth++;
            passed.add(convolve(conv));
        } else if (layer instanceof Layer.Pool pool) {
            depth++;
            passed.add(slide(pool.windows()));
        } else if (layer instanceof Layer.Residual residual) {
            passed.add(join(residual));
        } else if (layer instanceof Layer.Gate gate) {
            gate(BigInteger.valueOf(gate.hidden()));
        } else if (layer instanceof Layer.GlobalPool) {
            flat = true;
        } else if (layer instanceof Layer.Dense dense) {
            dense(BigInteger.valueOf(dense.channels()));
        }
    }

    private Hop slide(List<Window> windows) {
        List<Long> lows = new ArrayList<>();
        List<Long> outs = new ArrayList<>();
        for (int axis = 0; axis < windows.size(); axis++) {
            Border border = Border.of(windows.get(axis), sizes.get(axis));
            lows.add(border.low());
            outs.add(border.out());
            valid &= border.out() == Border.UNKNOWN || border.out() >= 1;
        }
        sizes = outs;
        return new Hop.Slide(windows, lows);
    }

    /** Batch norm has a scale and a shift for every channel. */
    private Hop convolve(Layer.Conv conv) {
        Hop hop = slide(conv.windows());
        BigInteger out = BigInteger.valueOf(conv.channels());
        BigInteger weights = channels.divide(BigInteger.valueOf(conv.groups())).multiply(out);
        for (Window window : conv.windows()) {
            weights = weights.multiply(BigInteger.valueOf(window.kernel()));
        }
        params = params.add(weights).add(out.shiftLeft(1));
        macs = macs.add(weights.multiply(units()));
        channels = out;
        return hop;
    }

    /** The projection reads what the trunk reads, and is no layer of the trunk. */
    private Hop join(Layer.Residual residual) {
        List<Long> sizesBefore = sizes;
        BigInteger channelsBefore = channels;
        List<Hop> trunk = through(residual.trunk());
        if (residual.projection() == null) {
            return new Hop.Join(trunk, List.of());
        }
        List<Long> sizesAfter = sizes;
        BigInteger channelsAfter = channels;
        sizes = sizesBefore;
        channels = channelsBefore;
        Hop projection = convolve(residual.projection());
        sizes = sizesAfter;
        channels = channelsAfter;
        return new Hop.Join(trunk, List.of(projection));
    }

    /** Two 1x1 convolutions with bias over a map of one pixel, there and back. */
    private void gate(BigInteger hidden) {
        BigInteger weights = channels.multiply(hidden).shiftLeft(1);
        params = params.add(weights).add(hidden).add(channels);
        macs = macs.add(weights);
    }

    private void dense(BigInteger out) {
        if (!flat && sizes.contains(Border.UNKNOWN)) {
            throw new IllegalArgumentException("the inputs of a dense layer are unknown without the input size");
        }
        BigInteger inputs = flat ? channels : channels.multiply(units());
        BigInteger weights = inputs.multiply(out);
        params = params.add(weights).add(out);
        macs = macs.add(weights);
        channels = out;
        flat = true;
    }

    private BigInteger units() {
        return sizes.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
