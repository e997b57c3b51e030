package dev.rfsweep.internal.net;

import dev.rfsweep.model.Window;
import java.util.List;

/**
 * Transposed convolution, whose windows slide over the output.
 *
 * @param outputPadding pixels added at the end of the output, axis by axis, as in PyTorch
 */
public record TransposedConvolution(
        List<Window> windows, List<Integer> outputPadding, long channels, long groups, boolean norm, boolean bias)
        implements Operator {

    public TransposedConvolution {
        if (windows.stream().anyMatch(window -> window.padding().needsSize())) {
            throw new IllegalArgumentException("the padding of a transposed convolution cannot depend on its input");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transposedConvolution(this);
    }

    @Override
    public String word() {
        return "tconv";
    }

    @Override
    public String onnxType() {
        return "ConvTranspose";
    }

    @Override
    public String describe(MapShape in) {
        return "transposed conv";
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return Sizes.transpose(windows, outputPadding, inputs.get(0)).withChannels(channels);
    }

    @Override
    public AxisRead read(int input, int axis, List<MapShape> inputs) {
        return new AxisRead.Transposed(
                windows.get(axis), windows.get(axis).low(inputs.get(0).size(axis)));
    }

    @Override
    public long params(List<MapShape> inputs) {
        return Costs.withNorm(Costs.weights("params", windows, channels, groups, inputs), channels, norm, bias);
    }

    /** Every input is multiplied with every tap once. */
    @Override
    public long macs(List<MapShape> inputs, MapShape output) {
        return Costs.perUnit("macs", Costs.weights("macs", windows, channels, groups, inputs), inputs.get(0));
    }

    @Override
    public int depth() {
        return 1;
    }
}
