package dev.rfsweep.engine;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.net.MapShape;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor that layers to come may read, as far as they depend on it. Parts that are not tracked have their neutral value,
 * so that tensors which differ only there are one.
 *
 * @param shape channels and sizes
 * @param fields by axis class, what a unit sees since the last time that only one tensor was live, with the effective
 *     stride from the input on; empty where no layer to come depends on where a unit is, as behind a global pool
 * @param depth convolution and pooling layers since then
 * @param behind by axis class, how far a unit saw behind its own position then; empty where that is not tracked
 */
record LiveTensor(MapShape shape, List<AxisField> fields, long depth, List<Long> behind) {

    /** Whether its units have a place in the input. */
    boolean isLocal() {
        return !fields.isEmpty();
    }

    /** The same tensor once what it sees is accounted for. */
    LiveTensor restarted() {
        List<AxisField> settled = new ArrayList<>(fields.size());
        for (AxisField field : fields) {
            settled.add(field.restarted());
        }
        List<Long> further = new ArrayList<>(behind.size());
        for (int axis = 0; axis < behind.size(); axis++) {
            AxisField field = fields.get(axis);
            further.add(behind.get(axis) + field.extent() - field.pad());
        }
        return new LiveTensor(shape, List.copyOf(settled), 0, List.copyOf(further));
    }
}
