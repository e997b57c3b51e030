package dev.rfsweep.internal.output;

import dev.rfsweep.internal.engine.evaluate.ColumnType;
import dev.rfsweep.internal.space.VariantText;
import java.util.List;

/** What one cell of a row shows, and the label of its column. */
public sealed interface OutputColumn {

    String label();

    /** Whether cells are text, which people read from the left. */
    default boolean isText() {
        return false;
    }

    /** The id, an exact decimal of any length. */
    record Id(String label) implements OutputColumn {}

    /** Column number {@code index} of the batches. */
    record Value(String label, int index) implements OutputColumn {}

    /** The variant itself. */
    record Variant(String label, VariantText<?> text) implements OutputColumn {
        @Override
        public boolean isText() {
            return true;
        }
    }

    /**
     * A column of a {@link TypedTable}.
     *
     * @param forPeople whether great numbers are written so that people can read them
     */
    record Cell(TypedTable.Field field, boolean forPeople) implements OutputColumn {
        @Override
        public String label() {
            return field.label();
        }

        @Override
        public boolean isText() {
            return field.type() == ColumnType.TEXT;
        }
    }

    /** The columns of a table. */
    static List<OutputColumn> of(List<TypedTable.Field> fields, boolean forPeople) {
        return fields.stream()
                .<OutputColumn>map(field -> new Cell(field, forPeople))
                .toList();
    }
}
