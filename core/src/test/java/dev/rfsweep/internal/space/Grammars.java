package dev.rfsweep.internal.space;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Pieces of grammars, and what their automata stand for in a line of text. */
final class Grammars {

    private Grammars() {}

    /** A convolution with these kernels to choose from. */
    static Block conv(int... kernels) {
        return new Block(BlockType.CN, List.of(extents(Key.K, kernels)), false, true);
    }

    /** The same, repeated. */
    static Block repeated(boolean each, int[] repeats, Choice... choices) {
        List<Choice> all = new ArrayList<>(List.of(choices));
        all.add(new Choice(
                Key.R,
                IntStream.of(repeats)
                        .mapToObj(repeat -> (Value) new Value.Scalar(BigDecimal.valueOf(repeat)))
                        .toList()));
        return new Block(BlockType.CN, all, each, true);
    }

    static Choice extents(Key key, int... values) {
        return new Choice(
                key,
                Arrays.stream(values)
                        .mapToObj(value -> (Value) new Value.Extents(List.of(value)))
                        .toList());
    }

    static Node.Sequence sequence(Node... parts) {
        return new Node.Sequence(List.of(parts));
    }

    static Node.Alternative alternative(Node... options) {
        return new Node.Alternative(List.of(options));
    }

    static Node.Repeat repeat(boolean each, List<Integer> counts, Node body) {
        return new Node.Repeat(counts, each, body);
    }

    /** A space of one axis. */
    static Space space(Node... stages) {
        return new Space(new Input(1, List.of(), 1), List.of(stages));
    }

    /** Every variant in order of its id: the kernels of its blocks, and behind a stroke their strides, where written. */
    static List<String> variants(Automaton automaton) {
        return LongStream.range(0, automaton.variants().longValueExact())
                .mapToObj(id -> text(automaton.unrank(BigInteger.valueOf(id))))
                .toList();
    }

    private static String text(Variant variant) {
        List<String> blocks = new ArrayList<>();
        for (FixedBlock block : variant.blocks()) {
            Value stride = block.values().get(Key.S);
            blocks.add(block.values().get(Key.K).text() + (stride == null ? "" : "/" + stride.text()));
        }
        return String.join(" ", blocks);
    }
}
