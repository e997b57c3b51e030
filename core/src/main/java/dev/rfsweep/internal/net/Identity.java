package dev.rfsweep.internal.net;

/** Passes its input on. */
public record Identity() implements Operator {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.identity(this);
    }

    @Override
    public String word() {
        return "id";
    }

    @Override
    public String onnxType() {
        return "Identity";
    }

    @Override
    public String describe(MapShape in) {
        return "identity";
    }
}
