package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.onnx.call.Call;

/** How the nodes of one operator become part of the network. */
@FunctionalInterface
public interface NodeTranslator {

    /**
     * Adds what {@code call} computes to its builder and hands it over as its outputs.
     *
     * @throws dev.rfsweep.internal.onnx.wire.OnnxException if that cannot be told exactly
     */
    void apply(Call call);
}
