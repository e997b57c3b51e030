package dev.rfsweep.spec;

import dev.rfsweep.model.Padding;
import dev.rfsweep.space.FixedBlock;
import dev.rfsweep.space.Key;
import dev.rfsweep.space.Value;
import dev.rfsweep.space.Variant;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes the canonical text of a variant: what a user would write for that one network. Values that are the default are
 * left out, repeats are merged with {@code r}, other equal neighbours with {@code N*}. Called for every row of output,
 * so it walks arrays and appends, nothing else.
 */
public final class Arch {

    /** The order of timm's block strings; repeats come first of all. */
    private static final Key[] ORDER = {Key.K, Key.S, Key.DIL, Key.PAD, Key.E, Key.C, Key.SE, Key.G};

    private Arch() {}

    /** The text of {@code variant}; parsing it gives a space of that one network. */
    public static String of(Variant variant) {
        return of(variant.blocks());
    }

    /** The text of {@code blocks} in order, {@code id} when there are none. */
    public static String of(List<FixedBlock> blocks) {
        StringBuilder out = new StringBuilder(24 * blocks.size());
        for (int at = 0; at < blocks.size(); ) {
            int repeats = repeats(blocks, at);
            int copies = 1;
            while (copy(blocks, at, at + copies * repeats, repeats)) {
                copies++;
            }
            if (copies > 1) {
                out.append(copies).append('*');
            }
            block(out, blocks.get(at), repeats);
            out.append(' ');
            at += copies * repeats;
        }
        if (out.isEmpty()) {
            return "id";
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    /** How many blocks from {@code at} on are one block and its equal repeats. */
    private static int repeats(List<FixedBlock> blocks, int at) {
        FixedBlock first = blocks.get(at);
        int end = at + 1;
        while (end < blocks.size() && !blocks.get(end).first() && same(first, blocks.get(end), false)) {
            end++;
        }
        return end - at;
    }

    /** Whether the run of {@code repeats} blocks at {@code at} occurs again at {@code next}. */
    private static boolean copy(List<FixedBlock> blocks, int at, int next, int repeats) {
        return next < blocks.size() && same(blocks.get(at), blocks.get(next), true) && repeats(blocks, next) == repeats;
    }

    /** Whether both become the same layers, or would if their strides were the same. */
    @SuppressWarnings("ReferenceEquality") // only to be quick: copies of a stage share their blocks
    static boolean same(FixedBlock a, FixedBlock b, boolean stride) {
        if (a == b) {
            return true;
        }
        if (a.type() != b.type() || a.block().skip() != b.block().skip()) {
            return false;
        }
        for (Key key : ORDER) {
            if ((stride || key != Key.S)
                    && !same(key, a.values().get(key), b.values().get(key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Key key, Value a, Value b) {
        return a == b || (a == null ? isDefault(key, b) : b == null ? isDefault(key, a) : a.equals(b));
    }

    private static void block(StringBuilder out, FixedBlock block, int repeats) {
        out.append(block.type().code());
        if (repeats > 1) {
            out.append("_r").append(repeats);
        }
        for (Key key : ORDER) {
            Value value = block.values().get(key);
            if (value != null && !isDefault(key, value)) {
                out.append('_').append(key.label());
                value(out, value);
            }
        }
        if (block.type().hasShortcut() && !block.block().skip()) {
            out.append("_noskip");
        }
    }

    private static void value(StringBuilder out, Value value) {
        if (value instanceof Value.Extents extents) {
            List<Integer> axes = extents.axes();
            out.append(axes.get(0).intValue());
            for (int axis = 1; axis < axes.size(); axis++) {
                out.append('x').append(axes.get(axis).intValue());
            }
        } else {
            out.append(value.text());
        }
    }

    private static boolean isDefault(Key key, Value value) {
        return switch (key) {
            case S, DIL ->
                value instanceof Value.Extents extents && extents.axes().size() == 1 && extents.at(0) == 1;
            case PAD -> value instanceof Value.Mode mode && mode.padding() == Padding.Auto.SAME;
            case E, G -> value instanceof Value.Scalar scalar && scalar.value().compareTo(BigDecimal.ONE) == 0;
            case SE -> value instanceof Value.Scalar scalar && scalar.value().signum() == 0;
            default -> false;
        };
    }
}
