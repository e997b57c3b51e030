package dev.rfsweep.internal.analysis.fields;

/**
 * What a branch does that joins a map again after an operator that is global by definition has made one value of it: a
 * global pool, a mean along an axis, the statistics of a normalisation. Squeeze-excite, the image pooling of ASPP, instance
 * normalisation are such branches. The literature reports fields without them; the truth is all that the branch sees. Only
 * the axes count along which it was reduced.
 */
public enum Gates {
    /** Leave such branches out along those axes, and say so at the layer. */
    IGNORE,
    /** Follow them: from the join on, every unit sees what the branch sees. */
    FOLLOW
}
