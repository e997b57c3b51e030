package dev.rfsweep.query;

import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Row;
import dev.rfsweep.engine.Trellis;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Figure;
import dev.rfsweep.space.Space;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of single variants by id, for answers of a few rows. It has a trellis of its own, over the columns that are
 * shown: the trellis of a query stays free of what the query does not look at.
 */
final class RowReader {

    private final Question question;
    private final List<Column> columns;
    private final BigInteger[] idOffset;

    RowReader(Space space, List<Column> columns) {
        this.question = Question.of(space, List.of(), columns);
        this.columns = List.copyOf(columns);
        this.idOffset = MatchTrellis.idOffsets(question.trellis());
    }

    /** The row of valid variant {@code id}. */
    Row row(BigInteger id) {
        Trellis trellis = question.trellis();
        long[] sums = new long[trellis.slotCount()];
        BigInteger rest = id;
        int node = 0;
        while (!trellis.isLeaf(node)) {
            int edge = edge(node, rest);
            rest = rest.subtract(idOffset[edge]);
            for (int slot = 0; slot < sums.length; slot++) {
                sums[slot] += trellis.weight(slot, edge);
            }
            node = trellis.target(edge);
        }
        List<Figure> values = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int slot = question.columnSlot(column);
            long key = sums[slot] + trellis.leafWeight(slot, node) + trellis.constant(slot);
            values.add(new Figure(columns.get(column).metric(), key));
        }
        return new Row(id, values);
    }

    private int edge(int node, BigInteger rest) {
        int edge = question.trellis().firstEdge(node + 1) - 1;
        while (idOffset[edge].compareTo(rest) > 0) {
            edge--;
        }
        return edge;
    }
}
