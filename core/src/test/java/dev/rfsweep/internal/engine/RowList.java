package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import java.util.ArrayList;
import java.util.List;

/** Streams rows as they are. */
public final class RowList implements RowEncoder<List<Row>> {

    @Override
    public List<Row> newChunk() {
        return new ArrayList<>();
    }

    @Override
    public void encode(Batch batch, int from, int to, List<Row> chunk) {
        for (int row = from; row < to; row++) {
            chunk.add(batch.row(row));
        }
    }

    @Override
    public void clear(List<Row> chunk) {
        chunk.clear();
    }
}
