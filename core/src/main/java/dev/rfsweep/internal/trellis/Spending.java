package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Operator;
import dev.rfsweep.model.metric.Metric;
import java.util.List;

/** What one operator costs between inputs and an output of these shapes. */
record Spending(Operator operator, List<MapShape> inputs, MapShape output) implements Metric.Step {

    @Override
    public long params() {
        return operator.params(inputs);
    }

    @Override
    public long macs() {
        return operator.macs(inputs, output);
    }

    @Override
    public long activations() {
        return operator.activations(output);
    }
}
