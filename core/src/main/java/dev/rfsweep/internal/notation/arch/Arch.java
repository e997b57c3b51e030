package dev.rfsweep.internal.notation.arch;

import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Value;
import dev.rfsweep.internal.space.Variant;
import dev.rfsweep.model.Padding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the canonical text of a variant: what a user would write for that one network. Values that are the default are
 * left out, repeats are merged with {@code r}, other equal neighbours with {@code N*}. Where many variants are written,
 * {@link ArchText} puts the same text together from parts.
 */
public final class Arch {

    /** The order of timm's block strings; repeats come first of all. */
    private static final Key[] ORDER = {Key.K, Key.S, Key.DIL, Key.PAD, Key.E, Key.C, Key.SE, Key.G};

    /** The text of no block at all. */
    static final String NOTHING = "id";

    private Arch() {}

    /** The text of {@code variant}; parsing it gives a space of that one network. */
    public static String of(Variant variant) {
        return of(variant.blocks());
    }

    /** The text of {@code blocks} in order, {@code id} when there are none. */
    public static String of(List<FixedBlock> blocks) {
        ArchGroups groups = new ArchGroups();
        Map<ArchGroup.Name, ArchGroup.Name> names = new HashMap<>();
        for (FixedBlock block : blocks) {
            groups.add(names.computeIfAbsent(name(block), name -> name), block.first());
        }
        StringBuilder out = new StringBuilder(24 * blocks.size());
        for (ArchGroup group : groups.groups()) {
            out.append(out.isEmpty() ? "" : " ");
            group.write(out);
        }
        return out.isEmpty() ? NOTHING : out.toString();
    }

    /** Whether both become the same layers. */
    @SuppressWarnings("ReferenceEquality") // only to be quick: copies of a stage share their blocks
    public static boolean same(FixedBlock one, FixedBlock other) {
        return one == other || name(one).equals(name(other));
    }

    /** What {@code block} is called beside its repeats. Equal names are equal blocks. */
    static ArchGroup.Name name(FixedBlock block) {
        String type = block.type().code();
        String keys = keys(block, true);
        return new ArchGroup.Name(type, keys, type + keys(block, false));
    }

    private static String keys(FixedBlock block, boolean stride) {
        StringBuilder out = new StringBuilder();
        for (Key key : ORDER) {
            Value value = block.values().get(key);
            if (value != null && !isDefault(key, value) && (stride || key != Key.S)) {
                out.append('_').append(key.label());
                value(out, value);
            }
        }
        if (block.type().hasShortcut() && !block.block().skip()) {
            out.append("_noskip");
        }
        return out.toString();
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
