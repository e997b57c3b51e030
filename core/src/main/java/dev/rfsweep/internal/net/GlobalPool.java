package dev.rfsweep.internal.net;

import java.util.List;

/** Global average pooling: the map becomes one position. Field metrics describe the map before it. */
public record GlobalPool() implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.globalPool(this);
    }

    @Override
    public String word() {
        return "gp";
    }

    @Override
    public String onnxType() {
        return "GlobalAveragePool";
    }

    @Override
    public String describe(MapShape in) {
        return "global pool";
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return Sizes.one(inputs.get(0));
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return new AxisRead.Every();
    }
}
