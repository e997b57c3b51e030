package dev.rfsweep.engine;

import dev.rfsweep.model.Metric;
import dev.rfsweep.net.MapShape;
import dev.rfsweep.net.Operator;
import java.util.List;

/** What one operator costs over inputs of these shapes. */
record Spending(Operator operator, List<MapShape> inputs) implements Metric.Step {

    @Override
    public long params() {
        return operator.params(inputs);
    }

    @Override
    public long macs() {
        return operator.macs(inputs);
    }

    @Override
    public long activations() {
        return operator.activations(inputs);
    }
}
