package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.net.AxisRead;
import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Operator;
import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.Window;
import dev.rfsweep.model.metric.EffectiveField;
import java.util.List;

/** What the outputs of operators see, from what their inputs see; null where units have no place any more. */
final class Reads implements AxisRead.Visitor<AxisField> {

    private final Tracking tracking;
    private final List<Integer> axes;

    /** What the input that is read sees. */
    private AxisField at;

    Reads(Tracking tracking, List<Integer> axes) {
        this.tracking = tracking;
        this.axes = axes;
    }

    /** The output, of shape {@code shape}, of {@code operator} over {@code inputs}, whose shapes are {@code shapes}. */
    LiveTensor through(Operator operator, List<LiveTensor> inputs, List<MapShape> shapes, MapShape shape) {
        LiveTensor output = through(operator, 0, inputs.get(0), shapes, shape);
        for (int input = 1; input < shapes.size(); input++) {
            if (operator.follows(input)) {
                output = output.merge(through(operator, input, inputs.get(input), shapes, shape));
            }
        }
        return output;
    }

    /** What the output sees through input number {@code input}, which is {@code from}. */
    LiveTensor through(Operator operator, int input, LiveTensor from, List<MapShape> shapes, MapShape shape) {
        long depth = from.depth() + operator.depth();
        if (!from.isLocal()) {
            return new LiveTensor(shape, List.of(), depth, List.of());
        }
        if (axes.size() == 1) {
            AxisField before = from.fields().get(0);
            AxisField only = through(operator, input, from, shapes, 0);
            return only == null
                    ? new LiveTensor(shape, List.of(), depth, List.of())
                    : new LiveTensor(shape, only.equals(before) ? from.fields() : List.of(only), depth, from.behind());
        }
        AxisField[] fields = new AxisField[axes.size()];
        for (int axis = 0; axis < fields.length; axis++) {
            fields[axis] = through(operator, input, from, shapes, axis);
            if (fields[axis] == null) {
                return new LiveTensor(shape, List.of(), depth, List.of());
            }
        }
        return new LiveTensor(shape, List.of(fields), depth, from.behind());
    }

    private AxisField through(Operator operator, int input, LiveTensor from, List<MapShape> shapes, int axis) {
        at = from.fields().get(axis);
        return operator.read(input, axes.get(axis), shapes).accept(this);
    }

    @Override
    public AxisField same(AxisRead.Same read) {
        return at;
    }

    @Override
    public AxisField one(AxisRead.One read) {
        return null;
    }

    @Override
    public AxisField slide(AxisRead.Slide read) {
        if (!tracking.stride()) {
            return at;
        }
        Window window = read.window();
        boolean known = read.size() != Size.UNKNOWN || !window.padding().needsSize();
        long low = known ? window.low(read.size()) : 0;
        if (low == 0 && window.reach() == 0 && window.stride() == 1) {
            return at; // a 1x1 convolution
        }
        return at.then(window.field(low, tracking.variance() ? EffectiveField.spread(window) : 0));
    }

    @Override
    public AxisField every(AxisRead.Every read) {
        return null;
    }

    @Override
    public AxisField transposed(AxisRead.Transposed read) {
        throw phases();
    }

    @Override
    public AxisField upsampled(AxisRead.Upsampled read) {
        throw phases();
    }

    @Override
    public AxisField nothing(AxisRead.None read) {
        throw new RefusedException("units that see nothing are not measured in search spaces yet");
    }

    private static RefusedException phases() {
        return new RefusedException("upsampling is not measured in search spaces yet");
    }
}
