package dev.rfsweep.internal.space;

import dev.rfsweep.internal.net.Network;
import dev.rfsweep.model.Padding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Blocks from their notation, without choices: just enough for tests of rooms that must not know the parser. */
public final class Written {

    private Written() {}

    /** The one network of a space without choices, from blocks separated by spaces. */
    public static Network network(Input input, String blocks) {
        List<Node> stages = Stream.of(blocks.split(" "))
                .map(Written::block)
                .map(Node.class::cast)
                .toList();
        Space space = new Space(input, stages);
        return space.network(space.automaton().unrank(BigInteger.ZERO));
    }

    /** One block, such as {@code ir_k3_s2_e6_c40_noskip}. */
    public static Block block(String text) {
        String[] words = text.split("_", 2);
        List<Choice> choices = new ArrayList<>();
        boolean skip = true;
        for (String argument : words.length == 1 ? new String[0] : words[1].split("_(?!upper|lower)")) {
            if (argument.equals("noskip")) {
                skip = false;
            } else {
                choices.add(choice(argument));
            }
        }
        return new Block(BlockType.valueOf(words[0].toUpperCase(Locale.ROOT)), choices, false, skip);
    }

    private static Choice choice(String argument) {
        String letters = argument.startsWith("pad") ? "pad" : argument.replaceAll("[-0-9].*", "");
        Key key = Key.valueOf(letters.toUpperCase(Locale.ROOT));
        return new Choice(key, List.of(value(key, argument.substring(letters.length()))));
    }

    private static Value value(Key key, String text) {
        return switch (key) {
            case K, S, DIL -> extents(text);
            case PAD ->
                Character.isLetter(text.charAt(0))
                        ? new Value.Mode(Padding.Auto.valueOf(text.toUpperCase(Locale.ROOT)))
                        : extents(text);
            case C, E, SE, G, R -> new Value.Scalar(new BigDecimal(text));
        };
    }

    private static Value extents(String text) {
        return new Value.Extents(
                Stream.of(text.split("x")).map(Integer::valueOf).toList());
    }
}
