package dev.rfsweep.internal.net;

import java.util.List;

/** Sum of maps, unit by unit. The first input settles the shape. */
public record Add() implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.add(this);
    }

    @Override
    public String word() {
        return "add";
    }

    @Override
    public String onnxType() {
        return "Add";
    }

    @Override
    public MapShape shape(List<MapShape> inputs) {
        return Sizes.first(inputs);
    }
}
