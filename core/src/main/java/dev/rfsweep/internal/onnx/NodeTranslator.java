package dev.rfsweep.internal.onnx;

/** How the nodes of one operator become part of the network. */
@FunctionalInterface
interface NodeTranslator {

    /**
     * Adds what {@code call} computes to its builder and hands it over as its outputs.
     *
     * @throws OnnxException if that cannot be told exactly
     */
    void apply(Call call);
}
