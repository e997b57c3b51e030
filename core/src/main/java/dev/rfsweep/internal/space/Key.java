package dev.rfsweep.internal.space;

import java.util.Locale;

/** What a block can be told, by the name users write. */
public enum Key {
    /** Kernel. */
    K,
    /** Stride; in a repeated block that of the first only. */
    S,
    /** Dilation. */
    DIL,
    /** Padding. */
    PAD,
    /** Output channels. */
    C,
    /** Expansion ratio. */
    E,
    /** Squeeze-excite ratio. */
    SE,
    /** Groups. */
    G,
    /** Repeats. */
    R;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name users write, in lower case. */
    public String label() {
        return label;
    }
}
