package dev.rfsweep.internal.notation.source;

import dev.rfsweep.internal.space.BlockType;
import dev.rfsweep.internal.space.Key;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the block notation, and what to say about others. */
public final class Words {

    public static final List<String> FLAGS = List.of("each", "skip", "noskip");

    private static final List<String> TYPES =
            Stream.of(BlockType.values()).map(BlockType::code).toList();
    private static final List<String> ARGS = Stream.concat(
                    Stream.of(Key.values()).map(Key::label), FLAGS.stream())
            .toList();

    /** What other notations call our words. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("conv", "cn"),
            Map.entry("maxpool", "mp"),
            Map.entry("avgpool", "ap"),
            Map.entry("gap", "gp"),
            Map.entry("linear", "fc"),
            Map.entry("dense", "fc"),
            Map.entry("mbconv", "ir"),
            Map.entry("fusedmbconv", "er"),
            Map.entry("none", "id"),
            Map.entry("kernel", "k"),
            Map.entry("stride", "s"),
            Map.entry("d", "dil"),
            Map.entry("dilation", "dil"),
            Map.entry("p", "pad"),
            Map.entry("padding", "pad"),
            Map.entry("ch", "c"),
            Map.entry("channels", "c"),
            Map.entry("exp", "e"),
            Map.entry("groups", "g"),
            Map.entry("n", "r"),
            Map.entry("repeat", "r"));

    private Words() {}

    public static BlockType type(Span word) {
        String code = word.text();
        for (BlockType type : BlockType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw word.fail("expected a block: " + String.join(" ", TYPES) + hint(code, TYPES) + quoting(word));
    }

    /** The key that {@code arg} starts with. */
    public static Key key(Span arg) {
        String name = letters(arg.text());
        for (Key key : Key.values()) {
            if (key.label().equals(name) || (key == Key.PAD && name.startsWith("pad"))) {
                return key;
            }
        }
        throw arg.fail("expected a key: " + String.join(" ", ARGS) + hint(name, ARGS));
    }

    public static String keysOf(BlockType type) {
        String keys = Stream.of(Key.values()).filter(type::has).map(Key::label).collect(Collectors.joining(" "));
        return keys.isEmpty() ? "no keys" : keys;
    }

    private static String letters(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static String hint(String word, List<String> known) {
        String alias = ALIASES.get(word.toLowerCase(Locale.ROOT));
        return alias != null && known.contains(alias) ? Nearest.suggest(alias) : Nearest.hint(word, known);
    }

    /** A stage that starts with a digit is what the comma of an unquoted choice leaves behind. */
    private static String quoting(Span word) {
        boolean torn = word.plain()
                && word.from() == 0
                && !word.isEmpty()
                && Character.isDigit(word.text().charAt(0));
        return torn ? "; inside [ ] a comma separates items, so quote a stage that has one: \"cn_k3,5\"" : "";
    }
}
