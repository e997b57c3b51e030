package dev.rfsweep.internal.onnx;

/** What the user says about an operator that rfsweep does not know. */
public enum Assumption {
    /** Works position by position, as activations do. */
    IDENTITY,
    /** Every output depends on everything. */
    GLOBAL
}
