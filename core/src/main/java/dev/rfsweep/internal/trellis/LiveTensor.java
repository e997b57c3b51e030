package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.model.AxisField;
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

    /** The hull of two ways; one whose units have no place is left out. The deeper one counts. */
    LiveTensor merge(LiveTensor other) {
        long deeper = Math.max(depth, other.depth);
        if (!isLocal() || !other.isLocal()) {
            LiveTensor local = isLocal() ? this : other;
            return new LiveTensor(shape, local.fields, deeper, local.behind);
        }
        List<AxisField> hull = new ArrayList<>(fields.size());
        for (int axis = 0; axis < fields.size(); axis++) {
            hull.add(fields.get(axis).hull(other.fields.get(axis)));
        }
        return new LiveTensor(shape, List.copyOf(hull), deeper, behind);
    }

    /** The same tensor once what it sees is accounted for. */
    LiveTensor restarted() {
        if (fields.size() == 1 && behind.isEmpty()) {
            return new LiveTensor(shape, List.of(fields.get(0).restarted()), 0, behind);
        }
        List<AxisField> settled = new ArrayList<>(fields.size());
        List<Long> further = new ArrayList<>(behind.size());
        for (int axis = 0; axis < fields.size(); axis++) {
            AxisField field = fields.get(axis);
            settled.add(field.restarted());
            if (!behind.isEmpty()) {
                further.add(behind.get(axis) + field.extent() - field.pad());
            }
        }
        return new LiveTensor(shape, List.copyOf(settled), 0, List.copyOf(further));
    }

    /** States are looked up by it all the time, and differ mostly in shapes and strides. */
    @Override
    public int hashCode() {
        int hash = shape.hashCode();
        for (AxisField field : fields) {
            hash = 31 * hash + Long.hashCode(field.stride());
        }
        return 31 * hash + behind.hashCode();
    }
}
