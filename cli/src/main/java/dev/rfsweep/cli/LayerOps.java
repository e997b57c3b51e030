package dev.rfsweep.cli;

import dev.rfsweep.model.Layer;
import java.util.ArrayList;
import java.util.List;

/** What the layers of a network do, in words: one entry for each operator of its graph, in the same order. */
final class LayerOps {

    private final List<String> ops = new ArrayList<>();
    private long channels;

    private LayerOps(long channels) {
        this.channels = channels;
    }

    /** The operators of {@code layers}, which read {@code channels}. */
    static List<String> of(List<Layer> layers, long channels) {
        LayerOps walk = new LayerOps(channels);
        layers.forEach(walk::layer);
        return walk.ops;
    }

    private void layer(Layer layer) {
        if (layer instanceof Layer.Conv conv) {
            ops.add(conv.groups() == 1 ? "conv" : conv.groups() == channels ? "depthwise" : "conv g" + conv.groups());
            channels = conv.channels();
        } else if (layer instanceof Layer.Pool pool) {
            ops.add(pool.kind() == Layer.Pool.Kind.MAX ? "max pool" : "average pool");
        } else if (layer instanceof Layer.Gate) {
            ops.addAll(List.of("gate pool", "gate conv", "gate conv", "gate multiply"));
        } else if (layer instanceof Layer.Residual residual) {
            residual.trunk().forEach(this::layer);
            if (residual.projection() != null) {
                ops.add("projection");
            }
            ops.add("add");
        } else {
            ops.add(layer instanceof Layer.GlobalPool ? "global pool" : "dense");
        }
    }
}
