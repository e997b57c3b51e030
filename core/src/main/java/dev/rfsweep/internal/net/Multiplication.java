package dev.rfsweep.internal.net;

import java.util.List;

/**
 * The main input, which comes first, multiplied by a gate. Fields and depth follow the main one, as the literature
 * reports them, though the gate may see the whole input.
 */
public record Multiplication() implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.multiplication(this);
    }

    @Override
    public String word() {
        return "mul";
    }

    @Override
    public String onnxType() {
        return "Mul";
    }

    @Override
    public String describe(MapShape in) {
        return "gate multiply";
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return input > 0 && inputs.get(input).size(axis) == 1 && inputs.get(0).size(axis) != 1
                ? new AxisRead.One()
                : AxisRead.SAME;
    }

    @Override
    public boolean follows(int input) {
        return input == 0;
    }
}
