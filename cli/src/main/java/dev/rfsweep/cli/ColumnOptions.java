package dev.rfsweep.cli;

import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.arch.ArchText;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which columns rows have. */
final class ColumnOptions {

    private static final String ID = "id";
    private static final String ARCH = "arch";

    @Option(
            names = {"-c", "--columns"},
            paramLabel = "a,b,c",
            completionCandidates = MetricNames.Columns.class,
            description = "Columns, in this order: id, arch or metrics (default: id, every metric of the space, arch).")
    private String columns;

    /**
     * What rows show, and what the engine must work out for it.
     *
     * @param fields cell by cell
     * @param columns what the fields' indexes point into
     */
    record Layout(List<OutputColumn> fields, List<Column> columns) {}

    Layout layout(Asked query) {
        List<Object> cells = new ArrayList<>();
        if (columns == null) {
            cells.add(ID);
            cells.addAll(query.schema().columns());
            cells.add(ARCH);
        } else {
            query.noticeFlops(columns);
            int column = 1;
            for (String label : columns.split(",", -1)) {
                addAll(cells, label, column, query);
                column += label.length() + 1;
            }
        }
        return layout(cells, query.space());
    }

    /** @param column where {@code written} stands in the option */
    private static void addAll(List<Object> cells, String written, int column, Asked query) {
        String label = written.strip();
        List<?> found = label.equals(ID) || label.equals(ARCH)
                ? List.of(label)
                : Conditions.columns("--columns", column, written, query.schema(), List.of(ID, ARCH));
        for (Object cell : found) {
            if (cells.contains(cell)) {
                throw new BadInputException("--columns: '" + label + "' is there twice");
            }
            cells.add(cell);
        }
    }

    private static Layout layout(List<Object> cells, Space space) {
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
        return new Layout(fields, columns);
    }
}
