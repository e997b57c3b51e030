package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.query.best.Skyline;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The Pareto front of a sweep whose columns are those of the objectives. Memory grows with the front. */
final class SweptFront implements Sink<List<Label>, List<Label>> {

    private final List<Objective> objectives;
    private final Skyline skyline;

    SweptFront(List<Objective> objectives, Cancellation cancellation) {
        this.objectives = List.copyOf(objectives);
        this.skyline = new Skyline(new boolean[objectives.size()], cancellation);
    }

    @Override
    public List<Label> newShard() {
        return new ArrayList<>();
    }

    @Override
    public void accept(List<Label> shard, Batch batch) {
        List<Label> front = new ArrayList<>();
        for (int row = 0; row < batch.count(); row++) {
            long[] point = new long[objectives.size()];
            for (int objective = 0; objective < point.length; objective++) {
                point[objective] = objectives.get(objective).loss(batch.key(objective, row));
            }
            front.add(new Label(point, BigInteger.ONE, batch.id(row)));
        }
        merge(shard, skyline.of(front));
    }

    @Override
    public List<Label> merge(List<Label> left, List<Label> right) {
        left.addAll(right);
        List<Label> front = skyline.of(left);
        left.clear();
        left.addAll(front);
        return left;
    }

    @Override
    public List<Label> finish(List<Label> shard) {
        return skyline.of(shard);
    }
}
