package dev.rfsweep.engine;

import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Metric;
import dev.rfsweep.model.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds layers forward from a state, collecting what they add to every metric. Sums are in input pixels: a window adds
 * its reach times the effective stride before it. Arithmetic is exact and throws {@link OverflowInMetric}.
 */
final class Fold {

    /** An overflow, with the metric that did it. */
    static final class OverflowInMetric extends RuntimeException {
        private static final long serialVersionUID = 1;
        final Metric metric;

        OverflowInMetric(Metric metric) {
            super(metric.label(), null, false, false);
            this.metric = metric;
        }
    }

    private final Tracking tracking;
    private final List<Integer> axes;
    private final List<Integer> axisClasses;

    private final long[] strides;
    private final long[] sizes;
    private long channels;
    private boolean pooled;
    private boolean dead;

    private final long[] extents;
    private final long[] pads;
    private final long[] variances;
    private long params;
    private long macs;
    private long depth;

    Fold(Tracking tracking, Axes axes, State from) {
        this.tracking = tracking;
        this.axes = axes.representatives();
        this.axisClasses = axes.classes();
        int count = axes.count();
        strides = from.strides().stream().mapToLong(Long::longValue).toArray();
        sizes = from.sizes().stream().mapToLong(Long::longValue).toArray();
        channels = from.channels();
        pooled = from.pooled();
        extents = new long[count];
        pads = new long[count];
        variances = new long[count];
    }

    /** Runs {@code layers}; returns whether every map on the way has at least one unit. */
    boolean run(List<Layer> layers) {
        for (Layer layer : layers) {
            add(layer);
        }
        return !dead;
    }

    State state() {
        return dead ? State.DEAD : new State(boxed(strides), boxed(sizes), channels, pooled);
    }

    /** What the layers added to a slot; for the slots of the final state, its value. */
    long sum(Slot slot) {
        return switch (slot.metric()) {
            case RF -> extents[slot.axis()];
            case PAD -> pads[slot.axis()];
            case ERF -> variances[slot.axis()];
            case PARAMS -> params;
            case MACS -> macs;
            case DEPTH -> depth;
            case STRIDE, OUT -> 0;
        };
    }

    private void add(Layer layer) {
        if (dead) {
            return;
        }
        if (layer instanceof Layer.Conv conv) {
            addConv(conv);
        } else if (layer instanceof Layer.Pool pool) {
            addWindows(pool.windows());
        } else if (layer instanceof Layer.Residual residual) {
            addResidual(residual);
        } else if (layer instanceof Layer.Gate gate) {
            long weights = times(Metric.PARAMS, 2 * channels, gate.hidden());
            addParams(plus(Metric.PARAMS, weights, channels + gate.hidden()));
            addMacs(weights);
        } else if (layer instanceof Layer.GlobalPool) {
            pooled = true;
        } else {
            addDense((Layer.Dense) layer);
        }
        depth += layer instanceof Layer.Conv || layer instanceof Layer.Pool ? 1 : 0;
    }

    private void addConv(Layer.Conv conv) {
        addWindows(conv.windows());
        long weights = 0;
        if (tracking.sums(Metric.PARAMS) || tracking.sums(Metric.MACS)) {
            weights = times(Metric.PARAMS, channels / conv.groups(), conv.channels());
            for (Window window : conv.windows()) {
                weights = times(Metric.PARAMS, weights, window.kernel());
            }
        }
        addParams(weights + 2 * conv.channels());
        addMacs(tracking.sums(Metric.MACS) ? times(Metric.MACS, weights, area()) : 0);
        channels = tracking.channels() ? conv.channels() : 0;
    }

    private void addDense(Layer.Dense dense) {
        if (tracking.channels()) {
            boolean cost = tracking.sums(Metric.PARAMS) || tracking.sums(Metric.MACS);
            long inputs = pooled || !cost ? channels : times(Metric.PARAMS, channels, area());
            long weights = times(Metric.PARAMS, inputs, dense.channels());
            addParams(plus(Metric.PARAMS, weights, dense.channels()));
            addMacs(weights);
            channels = dense.channels();
        }
        pooled = true;
    }

    /** The trunk, then the hull with the shortcut, which reads one pixel an output unit at the same stride. */
    private void addResidual(Layer.Residual residual) {
        long[] extentBefore = extents.clone();
        long[] padBefore = pads.clone();
        long[] sizeBefore = sizes.clone();
        long channelsBefore = channels;
        residual.trunk().forEach(this::add);
        for (int axis = 0; axis < extents.length; axis++) {
            long extent = extents[axis] - extentBefore[axis];
            long pad = pads[axis] - padBefore[axis];
            long low = Math.max(pad, 0);
            extents[axis] = extentBefore[axis] + Math.max(extent - pad, 0) + low;
            pads[axis] = padBefore[axis] + low;
        }
        if (residual.projection() != null) {
            addProjection(residual.projection(), sizeBefore, channelsBefore);
        }
    }

    private void addProjection(Layer.Conv projection, long[] sizeBefore, long channelsBefore) {
        if (!tracking.channels()) {
            return;
        }
        long weights = times(Metric.PARAMS, channelsBefore, projection.channels());
        addParams(plus(Metric.PARAMS, weights, 2 * projection.channels()));
        if (tracking.sums(Metric.MACS)) {
            long area = 1;
            for (int axis = 0; axis < axisClasses.size(); axis++) {
                Window window = projection.windows().get(axis);
                area = times(Metric.MACS, area, window.out(sizeBefore[axisClasses.get(axis)]));
            }
            addMacs(times(Metric.MACS, weights, area));
        }
    }

    private void addWindows(List<Window> windows) {
        for (int axis = 0; axis < axes.size(); axis++) {
            Window window = windows.get(axes.get(axis));
            if (tracking.stride()) {
                addField(axis, window);
            }
            if (tracking.size()) {
                sizes[axis] = window.out(sizes[axis]);
                dead |= sizes[axis] < 1;
            }
        }
    }

    private void addField(int axis, Window window) {
        long stride = strides[axis];
        // The pad is needed beside the extent for the hull with a shortcut.
        extents[axis] = plus(Metric.RF, extents[axis], times(Metric.RF, stride, window.reach()));
        if (tracking.size() || !window.padding().needsSize()) {
            pads[axis] = plus(Metric.PAD, pads[axis], times(Metric.PAD, stride, window.low(sizes[axis])));
        }
        if (tracking.sums(Metric.ERF) && window.kernel() > 1) {
            long dilated = times(Metric.ERF, stride, window.dilation());
            long taps = (long) window.kernel() * window.kernel() - 1;
            long variance = times(Metric.ERF, times(Metric.ERF, dilated, dilated), taps);
            variances[axis] = plus(Metric.ERF, variances[axis], variance);
        }
        strides[axis] = times(Metric.STRIDE, stride, window.stride());
    }

    private long area() {
        long area = 1;
        for (int axis : axisClasses) {
            area = times(Metric.MACS, area, sizes[axis]);
        }
        return area;
    }

    private void addParams(long more) {
        params = tracking.sums(Metric.PARAMS) ? plus(Metric.PARAMS, params, more) : 0;
    }

    private void addMacs(long more) {
        macs = tracking.sums(Metric.MACS) ? plus(Metric.MACS, macs, more) : 0;
    }

    static long plus(Metric metric, long one, long other) {
        long sum = one + other;
        if (((one ^ sum) & (other ^ sum)) < 0) {
            throw new OverflowInMetric(metric);
        }
        return sum;
    }

    private static long times(Metric metric, long one, long other) {
        if (Math.multiplyHigh(one, other) != (one * other) >> 63) {
            throw new OverflowInMetric(metric);
        }
        return one * other;
    }

    private static List<Long> boxed(long[] values) {
        List<Long> list = new ArrayList<>(values.length);
        for (long value : values) {
            list.add(value);
        }
        return List.copyOf(list);
    }
}
