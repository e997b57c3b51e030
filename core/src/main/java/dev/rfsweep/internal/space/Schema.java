package dev.rfsweep.internal.space;

import dev.rfsweep.model.Padding;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Metric.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which columns a space has.
 *
 * @param rank number of spatial axes
 * @param axesAgree whether every axis has the same size and every window the same shape on all axes, so that one
 *     column serves them all
 * @param columns every column, in the order of {@link Metric}
 */
public record Schema(int rank, boolean axesAgree, List<Column> columns) {

    static Schema of(Input input, Node root, boolean channels) {
        boolean agree = input.size().stream().distinct().count() <= 1 && agree(root);
        boolean sized = !input.size().isEmpty();
        List<Column> columns = new ArrayList<>();
        for (Metric metric : Metric.all()) {
            boolean known = (sized || !metric.needs(Need.SIZE))
                    && (sized || !metric.needs(Need.PADDING) || !needsSize(root))
                    && (channels || !metric.needs(Need.CHANNELS));
            if (known && metric.perAxis() && !agree) {
                for (int axis = 0; axis < input.rank(); axis++) {
                    columns.add(new Column(metric, axis));
                }
            } else if (known) {
                columns.add(new Column(metric, Column.SHARED));
            }
        }
        return new Schema(input.rank(), agree, List.copyOf(columns));
    }

    /** The column that {@code label} names, if the space has it. */
    public Optional<Column> column(String label) {
        return columns.stream()
                .filter(column -> column.label(rank).equals(label))
                .findFirst();
    }

    /** The columns of {@code metric}: none, one, or one an axis. */
    public List<Column> columns(Metric metric) {
        return columns.stream().filter(column -> column.metric() == metric).toList();
    }

    /** Whether some padding, and so the effective padding, is unknown without the size of the input. */
    private static boolean needsSize(Node node) {
        return anyValue(node, value -> value instanceof Value.Mode mode && ((Padding) mode.padding()).needsSize());
    }

    private static boolean agree(Node node) {
        return !anyValue(
                node,
                value -> value instanceof Value.Extents extents
                        && extents.axes().stream().distinct().count() > 1);
    }

    private static boolean anyValue(Node node, Predicate<Value> test) {
        if (node instanceof Block block) {
            return block.choices().stream()
                    .flatMap(choice -> choice.values().stream())
                    .anyMatch(test);
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.parts().stream().anyMatch(part -> anyValue(part, test));
        }
        if (node instanceof Node.Alternative alternative) {
            return alternative.options().stream().anyMatch(option -> anyValue(option, test));
        }
        return anyValue(((Node.Repeat) node).body(), test);
    }
}
