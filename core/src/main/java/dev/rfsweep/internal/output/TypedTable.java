package dev.rfsweep.internal.output;

import dev.rfsweep.internal.engine.evaluate.ColumnType;
import dev.rfsweep.internal.query.ChoiceCount;
import dev.rfsweep.internal.space.Decision;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * A small result as a table: columns of one type each, and their cells row by row.
 *
 * <p>A cell of type {@code LONG} is a {@link Long}, of {@code DOUBLE} a {@link Figure}, of {@code BIG} a {@link BigInteger}, of
 * {@code DECIMAL} a {@link BigDecimal}, of {@code TEXT} a {@link String}. Other types do not occur.
 */
public record TypedTable(List<Field> fields, List<List<Object>> rows) {

    /** A column. */
    public record Field(String label, ColumnType type) {}

    /** Columns of {@link #choices}. */
    public static final List<Field> CHOICES = List.of(
            new Field("stage", ColumnType.TEXT),
            new Field("key", ColumnType.TEXT),
            new Field("value", ColumnType.TEXT),
            new Field("count", ColumnType.BIG),
            new Field("share", ColumnType.DECIMAL));

    private static final int SHARE_DIGITS = 6;

    /** @throws IllegalArgumentException when a row does not have a cell of its type for each column */
    public TypedTable {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != fields.size()) {
                throw new IllegalArgumentException(row.size() + " cells in a row of " + fields.size() + " columns");
            }
            for (int column = 0; column < row.size(); column++) {
                Field field = fields.get(column);
                if (!cell(field.type()).isInstance(row.get(column))) {
                    throw new IllegalArgumentException("column " + field.label() + " is " + field.type() + ", which "
                            + row.get(column) + " is not");
                }
            }
        }
    }

    private static Class<?> cell(ColumnType type) {
        return switch (type) {
            case LONG -> Long.class;
            case DOUBLE -> Figure.class;
            case BIG -> BigInteger.class;
            case DECIMAL -> BigDecimal.class;
            case TEXT -> String.class;
            case INT -> throw new IllegalArgumentException("whole numbers of a table are LONG or BIG");
        };
    }

    /** Columns of {@link #histogram}: the values of {@code column}, and how often each occurs. */
    public static List<Field> histogramOf(Column column, int rank) {
        ColumnType type = column.metric().isWhole() ? ColumnType.LONG : ColumnType.DOUBLE;
        return List.of(new Field(column.label(rank), type), new Field("count", ColumnType.BIG));
    }

    /** How often each value occurs, ascending. */
    public static TypedTable histogram(List<Field> fields, SortedMap<Figure, BigInteger> counts) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<Figure, BigInteger> entry : counts.entrySet()) {
            Figure value = entry.getKey();
            rows.add(List.of(value.metric().isWhole() ? (Object) value.longValue() : value, entry.getValue()));
        }
        return new TypedTable(fields, rows);
    }

    /**
     * How many of {@code matches} take each value of each choice point.
     *
     * @param text how a value is written
     */
    public static TypedTable choices(List<ChoiceCount> counts, BigInteger matches, Function<Decision, String> text) {
        List<List<Object>> rows = new ArrayList<>();
        for (ChoiceCount count : counts) {
            Decision decision = count.decision();
            rows.add(List.of(
                    decision.stage(),
                    decision.key(),
                    text.apply(decision),
                    count.count(),
                    share(count.count(), matches)));
        }
        return new TypedTable(CHOICES, rows);
    }

    private static BigDecimal share(BigInteger count, BigInteger matches) {
        return count.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(count)
                        .divide(new BigDecimal(matches), SHARE_DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** Between which values each column of {@code schema} lies; no rows where nothing matches. */
    public static TypedTable bounds(Schema schema, Bounds bounds) {
        List<List<Object>> rows = new ArrayList<>();
        for (int column = 0; column < bounds.least().size(); column++) {
            rows.add(List.of(
                    schema.columns().get(column).label(schema.rank()),
                    bounds.least().get(column).decimal(),
                    bounds.most().get(column).decimal()));
        }
        return new TypedTable(
                List.of(
                        new Field("metric", ColumnType.TEXT),
                        new Field("min", ColumnType.DECIMAL),
                        new Field("max", ColumnType.DECIMAL)),
                rows);
    }

    /** A cell as it is written. */
    public static String text(Object cell) {
        if (cell instanceof Figure figure) {
            return figure.decimal().toPlainString();
        }
        return cell instanceof BigDecimal decimal ? decimal.toPlainString() : cell.toString();
    }

    /** The same with one more column of texts, the last. */
    public TypedTable with(String label, List<String> cells) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(label, ColumnType.TEXT));
        List<List<Object>> longer = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Object> cellsOfRow = new ArrayList<>(rows.get(row));
            cellsOfRow.add(cells.get(row));
            longer.add(cellsOfRow);
        }
        return new TypedTable(more, longer);
    }
}
