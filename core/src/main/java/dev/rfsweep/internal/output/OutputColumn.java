package dev.rfsweep.internal.output;

import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Metric;

/** What one cell of a row shows, and the label of its column. */
public sealed interface OutputColumn {

    String label();

    /** The id, an exact decimal of any length. */
    record Id(String label) implements OutputColumn {}

    /** Column number {@code index} of the sweep as it is. */
    record Whole(String label, int index) implements OutputColumn {}

    /** Column number {@code index} of the sweep as a decimal. */
    record Fraction(String label, int index, Metric metric) implements OutputColumn {}

    /** The variant itself. */
    record Variant(String label, VariantText<?> text) implements OutputColumn {}

    /** A text worked out from the id. */
    record Text(String label, RowText text) implements OutputColumn {}

    /** A number of any length, worked out from the id. */
    record Numeral(String label, RowText text) implements OutputColumn {}

    /** The field that shows {@code column}, number {@code index} of the sweep, in a space of {@code rank} axes. */
    static OutputColumn of(Column column, int rank, int index) {
        String label = column.label(rank);
        Metric metric = column.metric();
        return metric.isWhole() ? new Whole(label, index) : new Fraction(label, index, metric);
    }
}
