package dev.rfsweep.internal.net;

import dev.rfsweep.model.Window;
import java.util.List;

/** Maximum or average pooling: no weights, and by convention no multiply-adds. */
public record Pool(Kind kind, List<Window> windows) implements Operator {

    /** What is taken of the window. */
    public enum Kind {
        MAX,
        AVERAGE
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pool(this);
    }

    @Override
    public String word() {
        return "pool";
    }

    @Override
    public String onnxType() {
        return kind == Kind.MAX ? "MaxPool" : "AveragePool";
    }

    @Override
    public String describe(MapShape in) {
        return kind == Kind.MAX ? "max pool" : "average pool";
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return Sizes.slide(windows, inputs.get(0));
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return new AxisRead.Slide(windows.get(axis), inputs.get(0).size(axis));
    }

    @Override
    public int depth() {
        return 1;
    }
}
