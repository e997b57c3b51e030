package dev.rfsweep.internal.net;

import dev.rfsweep.model.Window;
import java.util.List;

/**
 * Convolution.
 *
 * @param channels output channels
 * @param groups groups that channels are split into; equal to the input channels in a depthwise convolution
 * @param norm whether a batch norm follows
 * @param bias whether it has a bias of its own
 */
public record Convolution(List<Window> windows, long channels, long groups, boolean norm, boolean bias)
        implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.convolution(this);
    }

    @Override
    public String word() {
        return "conv";
    }

    @Override
    public String onnxType() {
        return "Conv";
    }

    @Override
    public String describe(MapShape in) {
        return groups == 1 ? "conv" : groups == in.channels() ? "depthwise" : "conv g" + groups;
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return Sizes.slide(windows, inputs.get(0)).withChannels(channels);
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return new AxisRead.Slide(windows.get(axis), inputs.get(0).size(axis));
    }

    @Override
    public long params(List<MapShape> inputs) {
        return Costs.withNorm(Costs.weights("params", windows, channels, groups, inputs), channels, norm, bias);
    }

    @Override
    public long macs(List<MapShape> inputs, MapShape output) {
        return Costs.perUnit("macs", Costs.weights("macs", windows, channels, groups, inputs), output);
    }

    @Override
    public int depth() {
        return 1;
    }
}
