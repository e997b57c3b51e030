package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of single variants by id, for answers of a few rows.
 */
final class RowReader {

    private final Question question;
    private final List<Column> columns;

    RowReader(Question question, List<Column> columns) {
        this.question = question;
        this.columns = List.copyOf(columns);
    }

    /** The row of valid variant {@code id}. */
    Row row(BigInteger id) {
        question.cancellation().check();
        Trellis trellis = question.trellis();
        long[] sums = new long[trellis.slotCount()];
        int[] leaf = {0};
        trellis.graph().follow(id, (node, branch) -> {
            int edge = trellis.firstEdge(node) + branch;
            for (int slot = 0; slot < sums.length; slot++) {
                sums[slot] += trellis.weight(slot, edge);
            }
            leaf[0] = trellis.target(edge);
        });
        List<Figure> values = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int slot = question.columnSlot(column);
            long key = sums[slot] + trellis.leafWeight(slot, leaf[0]) + trellis.constant(slot);
            values.add(new Figure(columns.get(column).metric(), key));
        }
        return new Row(id, values);
    }
}
