package dev.rfsweep.internal.engine.sink;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.Row;
import java.util.ArrayList;
import java.util.List;

/** All matches as a list, in ascending order of id. For results that are known to be small. */
public final class Collect implements Sink<List<Row>, List<Row>> {

    private Collect() {}

    public static Collect rows() {
        return new Collect();
    }

    @Override
    public List<Row> newShard() {
        return new ArrayList<>();
    }

    @Override
    public void accept(List<Row> shard, Batch batch) {
        for (int row = 0; row < batch.count(); row++) {
            shard.add(batch.row(row));
        }
    }

    @Override
    public List<Row> merge(List<Row> left, List<Row> right) {
        left.addAll(right);
        return left;
    }

    @Override
    public List<Row> finish(List<Row> shard) {
        return List.copyOf(shard);
    }
}
