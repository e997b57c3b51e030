package dev.rfsweep.report;

import dev.rfsweep.network.AxisView;
import dev.rfsweep.network.AxisView.Phase;
import dev.rfsweep.network.Read;

/**
 * What the pictures show of one layer on one axis, in input pixels; pixel {@code i} is the cell {@code [i, i+1)}.
 *
 * @param name the layer, as the user knows it
 * @param read what its units read of the layer before, in a chain
 * @param out units of its output, or 0 when unknown
 * @param view what its units see
 */
record Step(String name, Read read, long out, AxisView view) {

    long rf() {
        return view.rf();
    }

    long rfMin() {
        return view.rfMin();
    }

    double erf() {
        return view.erf();
    }

    /** Effective stride; the mean where units do not repeat. */
    double stride() {
        if (view.strideDen() > 0) {
            return (double) view.stride() / view.strideDen();
        }
        int last = view.phases().size() - 1;
        return last == 0 ? 1 : (middle(last) - middle(0)) / last;
    }

    /** What {@code unit} sees, not clipped by the border; size 0 is nothing. */
    Phase sight(long unit) {
        int count = view.phases().size();
        if (view.strideDen() == 0) {
            return view.phases().get((int) Math.max(0, Math.min(unit, count - 1)));
        }
        long periods = Math.floorDiv(unit, (long) count);
        Phase phase = view.phases().get((int) (unit - periods * count));
        return new Phase(phase.start() + periods * view.shift(), phase.size(), phase.count());
    }

    /** Where {@code unit} stands over the input: in step with its neighbours, the middle of its field up to phases. */
    double centre(long unit) {
        double sum = 0;
        int seeing = 0;
        for (int phase = 0; phase < view.phases().size(); phase++) {
            if (view.phases().get(phase).size() > 0) {
                sum += middle(phase) - phase * stride();
                seeing++;
            }
        }
        return sum / seeing + unit * stride();
    }

    private double middle(int phase) {
        Phase sight = view.phases().get(phase);
        return sight.start() + sight.size() / 2.0;
    }

    /** The unit that stands nearest to {@code position}; the lower of two. */
    long unitAt(double position) {
        long unit = (long) Math.ceil((position - centre(0)) / stride() - 0.5);
        return out == 0 ? unit : Math.max(0, Math.min(out - 1, unit));
    }
}
