package dev.rfsweep.internal.space;

import java.util.Locale;
import java.util.Set;

/** The kinds of block, by the code users write. {@link Lowering} says what each expands to. */
public enum BlockType {
    /** Convolution. */
    CN(Key.K, Key.S, Key.DIL, Key.PAD, Key.C, Key.G, Key.R),
    /** Depthwise convolution. */
    DW(Key.K, Key.S, Key.DIL, Key.PAD, Key.C, Key.R),
    /** Depthwise separable: depthwise, then 1x1. */
    DS(Key.K, Key.S, Key.DIL, Key.PAD, Key.C, Key.R),
    /** Inverted residual: 1x1 expansion, depthwise, 1x1 projection. */
    IR(Key.K, Key.S, Key.DIL, Key.PAD, Key.C, Key.E, Key.SE, Key.R),
    /** Edge residual (fused): full convolution with expansion, 1x1 projection. */
    ER(Key.K, Key.S, Key.DIL, Key.PAD, Key.C, Key.E, Key.SE, Key.R),
    /** Basic residual block of two convolutions. */
    BB(Key.K, Key.S, Key.DIL, Key.PAD, Key.C, Key.R),
    /** Bottleneck residual block: 1x1, convolution, 1x1. */
    BT(Key.K, Key.S, Key.DIL, Key.PAD, Key.C, Key.R),
    /** Max pooling. */
    MP(Key.K, Key.S, Key.DIL, Key.PAD, Key.R),
    /** Average pooling. */
    AP(Key.K, Key.S, Key.DIL, Key.PAD, Key.R),
    /** Global average pooling. */
    GP,
    /** Dense layer. */
    FC(Key.C),
    /** Nothing. */
    ID;

    /** Never changed after construction; the JDK has no type that says so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Key> keys;

    private final String code = name().toLowerCase(Locale.ROOT);

    BlockType(Key... keys) {
        this.keys = Set.of(keys);
    }

    /** The code users write, in lower case. */
    public String code() {
        return code;
    }

    /** Whether this block understands {@code key}. */
    public boolean has(Key key) {
        return keys.contains(key);
    }

    /** Whether the kernel must be written; {@code bb} and {@code bt} have 3 by default. */
    public boolean needsKernel() {
        return has(Key.K) && this != BB && this != BT;
    }

    /** Whether the block can have a shortcut. */
    public boolean hasShortcut() {
        return this == IR || this == ER || this == BB || this == BT;
    }

    /** Whether there is no map behind the block, only a vector. */
    public boolean endsMap() {
        return this == GP || this == FC;
    }
}
