package dev.rfsweep.internal.net;

import java.util.List;

/** The zero operation of cell search spaces: a constant map of its input's shape, which sees nothing of the input. */
public record Nothing() implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.nothing(this);
    }

    @Override
    public String word() {
        return "none";
    }

    @Override
    public String onnxType() {
        return "Constant";
    }

    @Override
    public String describe(MapShape in) {
        return "nothing";
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return new AxisRead.None();
    }
}
