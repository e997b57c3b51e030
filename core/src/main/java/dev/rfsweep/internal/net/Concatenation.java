package dev.rfsweep.internal.net;

import java.util.List;

/** Maps put one behind the other along the channels. */
public record Concatenation() implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.concatenation(this);
    }

    @Override
    public String word() {
        return "cat";
    }

    @Override
    public String onnxType() {
        return "Concat";
    }

    @Override
    public String describe(MapShape in) {
        return "concatenate";
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return Sizes.first(inputs)
                .withChannels(inputs.stream().mapToLong(MapShape::channels).sum());
    }
}
