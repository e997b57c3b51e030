package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.graph.Tensor;

/**
 * Something a designer of the network may want to change.
 *
 * @param kind what sort of thing
 * @param tensor where
 * @param text one sentence that names the nodes
 */
public record Advice(Kind kind, Tensor tensor, String text) {

    /** Sorts of advice. */
    public enum Kind {
        /**
         * The field of the layer's input already covers the whole input of the network on every axis, so its kernel sees nothing new
         * (Richter et al. 2021, "Should You Go Deeper?").
         */
        UNPRODUCTIVE,
        /** Units see fewer positions than their field spans, first here: dilation leaves holes ("gridding"). */
        GRIDDING,
        /** Units between others that no operator reads: the stride is wider than the kernel. */
        UNREAD
    }
}
