package dev.rfsweep.internal.net;

import java.util.List;

/**
 * Upsampling by whole factors: it repeats every pixel, or interpolates between the centres of pixels, as PyTorch does
 * with {@code align_corners=False}.
 *
 * @param linear whether it interpolates linearly
 */
public record Upsampling(List<Integer> factors, boolean linear) implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.upsampling(this);
    }

    @Override
    public String word() {
        return "up";
    }

    @Override
    public String onnxType() {
        return "Resize";
    }

    @Override
    public String describe(MapShape in) {
        return linear ? "linear upsampling" : "nearest upsampling";
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return Sizes.multiply(factors, inputs.get(0));
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return new AxisRead.Upsampled(factors.get(axis), linear);
    }
}
