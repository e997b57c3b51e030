package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.arch.ArchText;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * What rows show, and what the engine must work out for it.
 *
 * @param fields cell by cell
 * @param columns what the fields' indexes point into
 */
public record RowLayout(List<OutputColumn> fields, List<Column> columns) {

    private static final String ID = "id";
    private static final String ARCH = "arch";

    /** The id, every metric of {@code space}, and the blocks. */
    public static RowLayout all(Space space) {
        List<Object> cells = new ArrayList<>(space.schema().columns());
        cells.add(0, ID);
        cells.add(ARCH);
        return of(cells, space);
    }

    /**
     * Reads names of columns, separated by commas.
     *
     * @param source what errors call the text
     * @throws RfsweepException when {@code space} has no such column, or one is there twice
     */
    public static RowLayout parse(String source, String text, Space space) {
        List<Object> cells = new ArrayList<>();
        int column = 1;
        for (String written : text.split(",", -1)) {
            String label = written.strip();
            List<?> found = label.equals(ID) || label.equals(ARCH)
                    ? List.of(label)
                    : Conditions.columns(source, column, written, space.schema(), List.of(ID, ARCH));
            for (Object cell : found) {
                if (cells.contains(cell)) {
                    throw new RfsweepException(source + ": '" + label + "' is there twice");
                }
                cells.add(cell);
            }
            column += written.length() + 1;
        }
        return of(cells, space);
    }

    /** @param cells columns, and the names of cells that are no metrics */
    private static RowLayout of(List<Object> cells, Space space) {
        List<OutputColumn> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Object cell : cells) {
            if (cell instanceof Column column) {
                fields.add(new OutputColumn.Value(column.label(space.schema().rank()), columns.size()));
                columns.add(column);
            } else {
                fields.add(
                        cell.equals(ID)
                                ? new OutputColumn.Id(ID)
                                : new OutputColumn.Variant(ARCH, new ArchText(space)));
            }
        }
        return new RowLayout(fields, columns);
    }
}
