package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Place;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.util.ArrayList;
import java.util.List;

/** Reads conditions, and the names of columns. */
public final class Conditions {

    private static final String COLUMN = "<column>";

    private Conditions() {}

    /**
     * Reads conditions as {@link #parse(String, String, Schema, boolean)} does, of a text that came through a shell.
     *
     * @param source what errors call the text, such as {@code --where}
     * @throws dev.rfsweep.internal.notation.source.SpecException when it is malformed, or the space has no such metric
     */
    public static List<Condition> parse(String source, String text, Schema schema) {
        return parse(source, text, schema, true);
    }

    /**
     * Reads conditions such as {@code rf=200..240} or {@code rf>=224 and stride=8,16}: one for each comparison, or one
     * for every axis when its metric has axes that differ. All must hold.
     *
     * @param source what errors call the text
     * @param shell whether the text came through a shell, which may have taken a part of it
     * @throws dev.rfsweep.internal.notation.source.SpecException when it is malformed, or the space has no such metric
     */
    public static List<Condition> parse(String source, String text, Schema schema, boolean shell) {
        return new ConditionText(schema, shell).parse(Span.of(text, new Place(source, 1, 1)));
    }

    /**
     * Reads a metric and values that are already apart.
     *
     * @param source what errors call either text
     * @throws dev.rfsweep.internal.notation.source.SpecException when one is malformed, or the space has no such metric
     */
    public static List<Condition> parse(String source, String metric, String values, Schema schema) {
        Place place = new Place(source, 1, 1);
        return new ConditionText(schema, false).parse(Span.of(metric, place), Span.of(values, place));
    }

    /**
     * The one column that {@code label} names.
     *
     * @param source what errors call it, such as {@code --by}
     * @throws dev.rfsweep.internal.notation.source.SpecException when there is none, or one for every axis
     */
    public static Column column(String source, String label, Schema schema) {
        return column(source, label, 0, label.length(), schema);
    }

    /** The one column that the characters {@code begin} to {@code end}, exclusive, of {@code text} name. */
    public static Column column(String source, String text, int begin, int end, Schema schema) {
        Span span = Span.of(text, new Place(source, 1, 1)).sub(begin, end).strip();
        List<Column> columns = ColumnName.resolve(span, schema);
        if (columns.size() > 1) {
            throw span.fail("which differs by axis; expected one of " + ColumnName.labels(columns, schema));
        }
        return columns.get(0);
    }

    /**
     * The columns that {@code labels}, separated by commas, name: a metric whose axes differ stands for a column an
     * axis.
     *
     * @throws dev.rfsweep.internal.notation.source.SpecException when the space has no such column, or one is named twice
     */
    public static List<Column> columns(String labels, Schema schema) {
        return columns(COLUMN, 1, labels, schema, List.of());
    }

    /**
     * The same where errors say which text it is, such as {@code --columns}, the {@code column} of it, from 1, that
     * {@code labels} start at, and what else than metrics they could be.
     */
    public static List<Column> columns(String source, int column, String labels, Schema schema, List<String> others) {
        List<Column> columns = new ArrayList<>();
        for (Span label : Span.of(labels, new Place(source, 1, column)).split(',')) {
            for (Column named : ColumnName.resolve(label.strip(), schema, others)) {
                if (columns.contains(named)) {
                    throw label.strip().fail("which is already there; expected every column once");
                }
                columns.add(named);
            }
        }
        return columns;
    }
}
