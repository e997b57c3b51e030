package dev.rfsweep.spec;

import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Range;
import dev.rfsweep.space.Schema;
import java.util.ArrayList;
import java.util.List;

/** Reads conditions such as {@code rf=200..240}, and the names of columns. */
public final class Conditions {

    private static final String COLUMN = "<column>";

    private Conditions() {}

    /**
     * Reads {@code METRIC=RANGE}: one condition, or one for every axis when the metric has axes that differ.
     *
     * @param source what errors call the text, such as {@code --where}
     * @throws SpecException when it is malformed, or the space has no such metric
     */
    public static List<Condition> parse(String source, String metricEqualsRange, Schema schema) {
        Span text = Span.of(metricEqualsRange, new Place(source, 1, 1));
        int equals = metricEqualsRange.indexOf('=');
        if (equals < 0) {
            throw text.fail("expected METRIC=RANGE, such as rf=200..240");
        }
        return parse(text.sub(0, equals), text.sub(equals + 1), schema);
    }

    /**
     * Reads a metric and a range that are already apart.
     *
     * @param source what errors call either text
     * @throws SpecException when one is malformed, or the space has no such metric
     */
    public static List<Condition> parse(String source, String metric, String range, Schema schema) {
        Place place = new Place(source, 1, 1);
        return parse(Span.of(metric, place), Span.of(range, place), schema);
    }

    static List<Condition> parse(Span metric, Span range, Schema schema) {
        List<Column> columns = ColumnName.resolve(metric.strip(), schema);
        Range parsed = RangeText.parse(range.strip(), columns.get(0).metric());
        return columns.stream().map(column -> new Condition(column, parsed)).toList();
    }

    /**
     * The one column that {@code label} names.
     *
     * @throws SpecException when there is none, or one for every axis
     */
    public static Column column(String label, Schema schema) {
        Span span = Span.of(label, new Place(COLUMN, 1, 1)).strip();
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
     * @throws SpecException when the space has no such column, or one is named twice
     */
    public static List<Column> columns(String labels, Schema schema) {
        return columns(COLUMN, 1, labels, schema);
    }

    /**
     * The same where errors say which text it is, such as {@code --columns}, and the {@code column} of it, from 1, that
     * {@code labels} start at.
     */
    public static List<Column> columns(String source, int column, String labels, Schema schema) {
        List<Column> columns = new ArrayList<>();
        for (Span label : Span.of(labels, new Place(source, 1, column)).split(',')) {
            for (Column named : ColumnName.resolve(label.strip(), schema)) {
                if (columns.contains(named)) {
                    throw label.strip().fail("which is already there; expected every column once");
                }
                columns.add(named);
            }
        }
        return columns;
    }
}
