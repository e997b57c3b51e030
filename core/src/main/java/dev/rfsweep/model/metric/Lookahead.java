package dev.rfsweep.model.metric;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Exact;

/** Input positions after its own that a unit sees: {@code rf - 1 - pad}, and at least 0. In a causal network it is 0. */
final class Lookahead extends Metric {

    Lookahead() {
        super("lookahead", "input pixels", true, Need.STRIDE, Need.PADDING, Need.BEHIND);
    }

    @Override
    public long seen(AxisField field, long depth) {
        return Exact.plus("lookahead", field.extent(), -field.pad());
    }

    /** Raises a negative sum to 0. */
    @Override
    public long last(Last map) {
        return Math.max(-map.behind(), 0);
    }
}
