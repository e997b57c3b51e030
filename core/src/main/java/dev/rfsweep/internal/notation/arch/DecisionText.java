package dev.rfsweep.internal.notation.arch;

import dev.rfsweep.internal.space.Block;
import dev.rfsweep.internal.space.Choice;
import dev.rfsweep.internal.space.ChoicePoints;
import dev.rfsweep.internal.space.Decision;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Node;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what was decided in the words of the space: alternatives as their text instead of their number. */
public final class DecisionText {

    private final Map<String, Node.Alternative> alternatives;

    /** For decisions in {@code space}. */
    public DecisionText(Space space) {
        alternatives = ChoicePoints.alternatives(space);
    }

    /** The value that {@code decision} takes. */
    public String value(Decision decision) {
        if (!decision.isAlternative()) {
            return decision.value();
        }
        int number = Integer.parseInt(decision.value());
        return node(alternatives.get(decision.stage()).options().get(number - 1));
    }

    /** The text of {@code node}: blocks as they are written, sequences and alternatives in brackets where they are copied. */
    private static String node(Node node) {
        if (node instanceof Block block) {
            return block(block);
        }
        if (node instanceof Node.Alternative alternative) {
            return alternative.options().stream().map(DecisionText::node).collect(Collectors.joining(" | "));
        }
        if (node instanceof Node.Repeat repeat) {
            return counts(repeat.counts()) + "*" + inside(repeat.body());
        }
        List<Node> parts = ((Node.Sequence) node).parts();
        return parts.isEmpty()
                ? "id"
                : parts.stream()
                        .map(part -> part instanceof Node.Alternative ? inside(part) : node(part))
                        .collect(Collectors.joining(" "));
    }

    private static String inside(Node node) {
        return node instanceof Block ? node(node) : "(" + node(node) + ")";
    }

    private static String block(Block block) {
        StringBuilder text = new StringBuilder(block.type().code());
        for (Choice choice : block.choices()) {
            text.append('_').append(choice.key().label());
            text.append(choice.values().stream().map(Value::text).collect(Collectors.joining(",")));
        }
        boolean repeats = block.choice(Key.R).isPresent();
        return text.append(repeats && block.each() ? "_each" : "")
                .append(block.type().hasShortcut() && !block.skip() ? "_noskip" : "")
                .toString();
    }

    /** Numbers in a row as a range, others one by one. */
    private static String counts(List<Integer> counts) {
        int first = counts.get(0);
        int last = counts.get(counts.size() - 1);
        boolean row = counts.size() > 1
                && last - first == counts.size() - 1
                && counts.stream().sorted().toList().equals(counts);
        return row ? first + ".." + last : counts.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
