package dev.rfsweep.internal.net;

import java.util.List;

/** Dense layer with bias over the flattened map. */
public record Dense(long channels) implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dense(this);
    }

    @Override
    public String word() {
        return "fc";
    }

    @Override
    public String onnxType() {
        return "Gemm";
    }

    @Override
    public String describe(MapShape in) {
        return "dense";
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return inputs.get(0).hasUnits()
                ? MapShape.vector(channels)
                : inputs.get(0).withChannels(channels);
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return new AxisRead.Every();
    }

    @Override
    public long params(List<MapShape> inputs) {
        return Costs.withNorm(Costs.dense("params", channels, inputs.get(0)), channels, false, true);
    }

    @Override
    public long macs(List<MapShape> inputs, MapShape output) {
        return Costs.dense("macs", channels, inputs.get(0));
    }

    @Override
    public long activations(MapShape output) {
        return channels;
    }
}
