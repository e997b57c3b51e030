package dev.rfsweep.network;

import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A {@link Network} as a graph: residual blocks, their projections and gates become nodes of their own. Nodes are numbered
 * by the block they come from: {@code conv3} is all of block 3, {@code block4.conv1} a part of block 4, whether it has a
 * shortcut or not.
 */
public final class NetworkGraph {

    private static final int UNKNOWN = (int) Shape.UNKNOWN;

    private final GraphBuilder builder;
    private final int rank;

    private NetworkGraph(Network network) {
        rank = network.rank();
        builder = new GraphBuilder(rank);
    }

    /**
     * The graph of {@code network}, in which every layer is a block of its own.
     *
     * @throws GraphException when a layer has no output units, or needs the size of an input that is not known
     */
    public static Graph of(Network network) {
        return of(network, Collections.nCopies(network.layers().size(), 1));
    }

    /**
     * The graph of {@code network}.
     *
     * @param blocks how many layers belong to each block, in order
     * @throws GraphException when a layer has no output units, or needs the size of an input that is not known
     */
    public static Graph of(Network network, List<Integer> blocks) {
        NetworkGraph lowering = new NetworkGraph(network);
        long[] size = new long[network.rank()];
        Arrays.setAll(
                size,
                axis -> network.size().isEmpty() ? UNKNOWN : network.size().get(axis));
        Tensor input = lowering.builder.input("x", known(network.channels()), size);
        lowering.run(input, network.layers(), blocks);
        return lowering.builder.build();
    }

    private static long known(long channels) {
        return channels == 0 ? UNKNOWN : channels;
    }

    private void run(Tensor input, List<Layer> layers, List<Integer> blocks) {
        Tensor at = input;
        int number = 0;
        int begin = 0;
        for (int length : blocks) {
            List<Layer> block = layers.subList(begin, Math.min(begin + length, layers.size()));
            begin += block.size();
            number += length == 0 ? 0 : 1;
            at = length == 1 && !block.isEmpty()
                    ? layer("", number, at, block.get(0))
                    : run("block" + number + ".", at, block);
        }
    }

    private Tensor run(String prefix, Tensor from, List<Layer> layers) {
        Tensor at = from;
        for (int i = 0; i < layers.size(); i++) {
            at = layer(prefix, i + 1, at, layers.get(i));
        }
        return at;
    }

    private Tensor layer(String prefix, int number, Tensor at, Layer layer) {
        if (layer instanceof Layer.Conv conv) {
            return conv(Label.of(prefix + "conv" + number, "Conv"), at, conv);
        } else if (layer instanceof Layer.Pool pool) {
            boolean max = pool.kind() == Layer.Pool.Kind.MAX;
            Label label = Label.of(prefix + "pool" + number, max ? "MaxPool" : "AveragePool");
            return builder.pool(label, at, pool.windows(), Rounding.FLOOR);
        } else if (layer instanceof Layer.Residual residual) {
            return residual(prefix + "block" + number, at, residual);
        } else if (layer instanceof Layer.Gate gate) {
            return gate(prefix + "gate" + number, at, gate);
        } else if (layer instanceof Layer.GlobalPool) {
            return globalPool(prefix + "gp" + number, at);
        }
        return dense(prefix + "fc" + number, at, (Layer.Dense) layer);
    }

    private Tensor conv(Label label, Tensor from, Layer.Conv conv) {
        return builder.conv(label, from, known(conv.channels()), conv.windows());
    }

    /**
     * The shortcut is read unit for unit even where padding leaves the trunk with another size, as the engine has it; so this
     * is no broadcast.
     */
    private Tensor residual(String name, Tensor from, Layer.Residual residual) {
        Tensor trunk = run(name + ".", from, residual.trunk());
        Tensor shortcut = residual.projection() == null
                ? from
                : conv(Label.of(name + ".projection", "Conv"), from, residual.projection());
        Label label = Label.of(name + ".add", "Add");
        return builder.add(label, trunk.shape.sizes(), Use.same(trunk), Use.same(shortcut));
    }

    private Tensor gate(String name, Tensor trunk, Layer.Gate gate) {
        long channels = trunk.shape.size(1);
        Tensor pooled = globalPool(name + ".pool", trunk);
        Tensor squeezed = pointwise(name + ".squeeze", pooled, gate.hidden());
        Tensor excited = pointwise(name + ".excite", squeezed, channels);
        return builder.pointwise(Label.of(name + ".mul", "Mul"), trunk, excited);
    }

    private Tensor pointwise(String name, Tensor from, long channels) {
        List<Read> reads = new ArrayList<>();
        long[] out = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            reads.add(Read.SAME);
            out[axis] = from.shape.units(axis);
        }
        return builder.local(Label.of(name, "Conv"), from, channels, reads, out);
    }

    private Tensor globalPool(String name, Tensor from) {
        int[] dims = new int[rank];
        Arrays.setAll(dims, axis -> 2 + axis);
        return builder.reduce(Label.of(name, "GlobalAveragePool"), from, true, dims);
    }

    /** A dense layer reads the whole map, however small. */
    private Tensor dense(String name, Tensor from, Layer.Dense dense) {
        return builder.add(Label.of(name, "Gemm"), new long[] {1, known(dense.channels())}, Use.of(from, 2));
    }
}
