package dev.rfsweep.engine;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Window;
import dev.rfsweep.net.AxisRead;
import dev.rfsweep.net.MapShape;
import dev.rfsweep.net.Operator;
import java.util.ArrayList;
import java.util.List;

/** What the output of one operator sees, from what its inputs see. */
final class Reads implements AxisRead.Visitor<AxisField> {

    private final Operator operator;
    private final Tracking tracking;
    private final List<Integer> axes;

    /** What the input that is read sees. */
    private AxisField at;

    Reads(Operator operator, Tracking tracking, List<Integer> axes) {
        this.operator = operator;
        this.tracking = tracking;
        this.axes = axes;
    }

    /** The output of the operator over {@code inputs}, whose shapes are {@code shapes}. */
    LiveTensor through(List<LiveTensor> inputs, List<MapShape> shapes, MapShape shape) {
        long depth = 0;
        for (int input = 0; input < inputs.size(); input++) {
            depth = operator.follows(input) ? Math.max(depth, inputs.get(input).depth()) : depth;
        }
        List<AxisField> fields = fields(inputs, shapes);
        List<Long> behind = fields.isEmpty()
                ? List.of()
                : inputs.stream()
                        .filter(LiveTensor::isLocal)
                        .findFirst()
                        .orElseThrow()
                        .behind();
        return new LiveTensor(shape, fields, depth + operator.depth(), behind);
    }

    /** The hull over all inputs whose units have a place; none if there is no such input. */
    private List<AxisField> fields(List<LiveTensor> inputs, List<MapShape> shapes) {
        AxisField[] fields = new AxisField[axes.size()];
        for (int input = 0; input < inputs.size(); input++) {
            if (operator.follows(input) && inputs.get(input).isLocal()) {
                for (int axis = 0; axis < fields.length; axis++) {
                    at = inputs.get(input).fields().get(axis);
                    AxisField seen = operator.read(input, axes.get(axis), shapes)
                            .accept(this);
                    if (seen != null) {
                        fields[axis] = fields[axis] == null ? seen : fields[axis].hull(seen);
                    }
                }
            }
        }
        return fields[0] == null ? List.of() : List.of(fields);
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
        boolean known = read.size() != MapShape.UNKNOWN || !window.padding().needsSize();
        long low = known ? window.low(read.size()) : 0;
        long variance12 = tracking.variance() ? window.variance12() : 0;
        return at.then(new AxisField(window.stride(), window.reach(), low, variance12));
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
