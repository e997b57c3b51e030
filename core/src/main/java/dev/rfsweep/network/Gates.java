package dev.rfsweep.network;

/**
 * What a branch that has been pooled to one unit does where it joins a map again: squeeze-excite gates, the pooling branch of
 * ASPP. The literature reports fields without them; the truth is the whole input.
 */
public enum Gates {
    /** Leave such branches out, and say so at the layer. */
    IGNORE,
    /** Follow them: from the join on, every unit sees what the branch sees. */
    FOLLOW
}
