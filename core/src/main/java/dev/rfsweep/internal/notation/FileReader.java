package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Place;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.Written;
import dev.rfsweep.internal.space.Input;
import dev.rfsweep.internal.space.Node;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.SpaceException;
import dev.rfsweep.model.metric.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the keys of a document. */
final class FileReader {

    private static final List<String> KEYS = List.of("name", "input", "rank", "stages", "where");

    private FileReader() {}

    static Spec read(Tree tree, GivenInput given) {
        Tree.Fields document = tree.fields("a map with stages").only(KEYS);
        Optional<String> name = document.get("name").map(FileReader::name);
        Input input = InputReader.read(document, given);
        Written written = new Written();
        Tree stages = document.get("stages").orElseThrow(() -> document.fail("expected stages in it"));
        Space space = space(input, new StageTree(input.rank(), written).stages(stages), written, stages.place());
        return new Spec(
                name,
                space,
                document.get("where").map(where -> where(where, space.schema())).orElse(List.of()));
    }

    /** The space of {@code nodes}; what it refuses is reported where it is written. */
    static Space space(Input input, List<Node> nodes, Written written, Place stages) {
        try {
            return new Space(input, nodes);
        } catch (SpaceException refusal) {
            throw written.explain(refusal, stages);
        }
    }

    private static String name(Tree tree) {
        Span name = tree.text("a name");
        if (name.isEmpty()) {
            throw name.fail("expected a name");
        }
        return name.text();
    }

    /** A map of metrics and values, or a list of conditions as they are typed. */
    private static List<Condition> where(Tree tree, Schema schema) {
        ConditionText reader = new ConditionText(schema, false);
        List<Condition> conditions = new ArrayList<>();
        if (tree instanceof Tree.Items list) {
            for (Tree item : list.items()) {
                Span text = item.text("a condition such as 'rf=200..240' or 'rf>=224 and stride=8,16'");
                conditions.addAll(reader.parse(text));
            }
            return conditions;
        }
        Tree.Fields map = tree.fields("a map such as {rf: 200..240}, or a list such as ['rf>=200', 'stride=8,16']");
        for (Tree.Field field : map.fields()) {
            Span values = field.value().text("values such as 200..240 or '8,16'");
            conditions.addAll(reader.parse(field.name(), values));
        }
        return conditions;
    }
}
