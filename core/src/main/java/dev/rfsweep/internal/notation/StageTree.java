package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.Written;
import dev.rfsweep.internal.space.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads stages of a document: strings, and the maps {@code any} and {@code repeat}. */
final class StageTree {

    private static final String STAGE = "a stage: text such as cn_k3, or a map with 'any' or 'repeat'";

    private final StageText text;
    private final Written written;

    StageTree(int rank, Written written) {
        this.text = new StageText(rank, written);
        this.written = written;
    }

    /** A list of stages. */
    List<Node> stages(Tree tree) {
        List<Node> stages = new ArrayList<>();
        for (Tree item : tree.items("a list of at least one stage")) {
            stages.add(stage(item));
        }
        return stages;
    }

    private Node stage(Tree tree) {
        if (tree instanceof Tree.Text scalar) {
            if (scalar.span().strip().isEmpty()) {
                throw scalar.fail("expected " + STAGE + "; 'id' stands for nothing");
            }
            return text.stage(scalar.span().strip());
        }
        Tree.Fields fields = tree.fields(STAGE);
        boolean any = fields.get("any").isPresent();
        fields.only(any ? List.of("any") : List.of("any", "repeat", "each", "of"));
        Node node = any ? any(fields.get("any").get()) : repeat(fields);
        written.add(node, tree.place(), any ? "found 'any'" : "found 'repeat'");
        return node;
    }

    private Node any(Tree options) {
        List<Node> nodes = new ArrayList<>();
        for (Tree option : options.items("a list of alternatives: stages, or lists of stages")) {
            boolean nothing =
                    option instanceof Tree.Items items && items.items().isEmpty();
            nodes.add(nothing ? new Node.Sequence(List.of()) : sequence(option));
        }
        return new Node.Alternative(nodes);
    }

    private Node repeat(Tree.Fields fields) {
        Tree counts = required(fields, "repeat", "a map with 'any', or with 'repeat' and 'of'");
        Tree body = required(fields, "of", "'of' with the stages to repeat");
        boolean each = fields.get("each").map(StageTree::flag).orElse(false);
        return new Node.Repeat(
                ChoiceText.counts(counts.text("a number of copies such as 2 or 1..3")), each, sequence(body));
    }

    private Node sequence(Tree tree) {
        if (!(tree instanceof Tree.Items)) {
            return stage(tree);
        }
        Node sequence = new Node.Sequence(stages(tree));
        written.add(sequence, tree.place(), "found a list");
        return sequence;
    }

    private static Tree required(Tree.Fields fields, String name, String expected) {
        return fields.get(name).orElseThrow(() -> fields.fail("expected " + expected));
    }

    private static boolean flag(Tree tree) {
        Span span = tree.text("true or false");
        if (!Set.of("true", "false").contains(span.text())) {
            throw span.fail("expected true or false");
        }
        return span.text().equals("true");
    }
}
