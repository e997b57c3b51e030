package dev.rfsweep.internal.analysis.fields;

/**
 * Whether gates count. A gate is a branch that an operator has reduced to one value and that joins the map again: the global pool of
 * squeeze-excite, the image pooling of ASPP, the statistics of an instance normalisation. Along the axes that were reduced it
 * makes every unit see the whole input. That is true, but the literature reports fields without such branches.
 */
public enum Gates {
    /** Leave such branches out along those axes, and say so at the layer. */
    IGNORE,
    /** Follow them: from the join on, every unit sees what the branch sees. */
    FOLLOW
}
