package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Domain;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.Words;
import dev.rfsweep.internal.notation.source.Written;
import dev.rfsweep.internal.space.Block;
import dev.rfsweep.internal.space.BlockType;
import dev.rfsweep.internal.space.Choice;
import dev.rfsweep.internal.space.Key;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one block: {@code ir_r2..4_k3,5_s2_each}. */
final class BlockText {

    private final int rank;
    private final BlockType type;
    private final Map<Key, Span> keys = new EnumMap<>(Key.class);
    private final List<Choice> choices = new ArrayList<>();
    private final Map<String, Span> flags = new LinkedHashMap<>();

    private BlockText(int rank, BlockType type) {
        this.rank = rank;
        this.type = type;
    }

    static Block parse(Span span, int rank, Written written) {
        List<Span> parts = parts(span);
        BlockText text = new BlockText(rank, Words.type(parts.get(0)));
        parts.subList(1, parts.size()).forEach(text::arg);
        Block block = text.block(parts.get(0));
        written.add(block, span, text.keys);
        return block;
    }

    /** The pieces between underscores; the one inside {@code same_upper} and {@code same_lower} does not count. */
    private static List<Span> parts(Span span) {
        List<Span> parts = new ArrayList<>();
        String text = span.text();
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '_' && !insideMode(text, at)) {
                parts.add(span.sub(begin, at));
                begin = at + 1;
            }
        }
        parts.add(span.sub(begin));
        return parts;
    }

    private static boolean insideMode(String text, int at) {
        return text.startsWith("same", at - 4)
                && (text.startsWith("upper", at + 1) || text.startsWith("lower", at + 1));
    }

    private void arg(Span arg) {
        if (Words.FLAGS.contains(arg.text())) {
            flag(arg);
            return;
        }
        Key key = Words.key(arg);
        if (!type.has(key)) {
            throw arg.fail("expected no " + key.label() + " in " + type.code() + ", which takes " + Words.keysOf(type));
        }
        if (keys.put(key, arg) != null) {
            throw arg.fail("expected " + key.label() + " once in a block");
        }
        Span values = arg.sub(key.label().length());
        if (values.isEmpty()) {
            throw arg.fail("expected a value behind " + key.label() + ": "
                    + Domain.of(key).expected());
        }
        choices.add(ChoiceText.parse(key, rank, values));
    }

    private void flag(Span flag) {
        String name = flag.text();
        if (!name.equals("each") && !type.hasShortcut()) {
            throw flag.fail("expected it only in ir, er, bb and bt, which have a shortcut");
        }
        if (!type.has(Key.R)) {
            throw flag.fail("expected no each in " + type.code() + ", which has no repeats");
        }
        boolean both = !name.equals("each") && (flags.containsKey("skip") || flags.containsKey("noskip"));
        if (flags.put(name, flag) != null || both) {
            throw flag.fail("expected " + (name.equals("each") ? "each" : "skip or noskip") + " once in a block");
        }
    }

    private Block block(Span name) {
        if (type.needsKernel() && !keys.containsKey(Key.K)) {
            throw name.fail("expected a kernel with it, such as " + type.code() + "_k3");
        }
        Span each = flags.get("each");
        if (each != null && !keys.containsKey(Key.R)) {
            throw each.fail("expected r with it, such as r2_each, because it is about repeats");
        }
        return new Block(type, choices, each != null, type.hasShortcut() && !flags.containsKey("noskip"));
    }
}
