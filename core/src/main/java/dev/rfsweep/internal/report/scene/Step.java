package dev.rfsweep.internal.report.scene;

import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.AxisView.Phase;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the pictures show of one layer on one axis, in input pixels; pixel {@code i} is the cell {@code [i, i+1)}.
 *
 * @param name the layer, as the user knows it
 * @param read what its units read of the layer before, in a chain
 * @param out units of its output, or 0 when unknown
 * @param view what its units see
 * @param covers whether all of them already see all of an input of known size
 */
public record Step(String name, Read read, long out, AxisView view, boolean covers) {

    public long rf() {
        return view.rf();
    }

    public long rfMin() {
        return view.rfMin();
    }

    /** Diameter of the effective field. A few taps spread so evenly that it would be wider than the field itself. */
    public double erf() {
        return Math.min(2 * view.erf(), (double) rf());
    }

    /** Effective stride; the mean where units do not repeat. */
    public double stride() {
        if (view.strideDen() > 0) {
            return (double) view.stride() / view.strideDen();
        }
        List<Integer> seeing = seeing();
        int first = seeing.get(0);
        int last = seeing.get(seeing.size() - 1);
        return last == first ? 1 : (middle(last) - middle(first)) / (last - first);
    }

    /** The phases that see something: there is at least one. */
    private List<Integer> seeing() {
        return IntStream.range(0, view.phases().size())
                .filter(phase -> view.phases().get(phase).size() > 0)
                .boxed()
                .toList();
    }

    /** What {@code unit} sees, not clipped by the border; size 0 is nothing. */
    public Phase sight(long unit) {
        int count = view.phases().size();
        if (view.strideDen() == 0) {
            return view.phases().get((int) Math.max(0, Math.min(unit, count - 1)));
        }
        long periods = Math.floorDiv(unit, (long) count);
        Phase phase = view.phases().get((int) (unit - periods * count));
        return new Phase(phase.start() + periods * view.shift(), phase.size(), phase.count());
    }

    /** Where {@code unit} stands over the input: in step with its neighbours, the middle of its field up to phases. */
    public double centre(long unit) {
        double stride = stride();
        List<Integer> seeing = seeing();
        double sum = 0;
        for (int phase : seeing) {
            sum += middle(phase) - phase * stride;
        }
        return sum / seeing.size() + unit * stride;
    }

    private double middle(int phase) {
        Phase sight = view.phases().get(phase);
        return sight.start() + sight.size() / 2.0;
    }

    /** The unit that sees something and stands nearest to {@code position}; the lower of two. */
    public long unitAt(double position) {
        if (view.strideDen() == 0 || stride() == 0) {
            return seeing().stream()
                    .min(Comparator.comparingDouble(phase -> Math.abs(middle(phase) - position)))
                    .orElseThrow();
        }
        long unit = (long) Math.ceil((position - centre(0)) / stride() - 0.5);
        return nearest(out == 0 ? unit : Math.max(0, Math.min(out - 1, unit)));
    }

    /** The unit nearest to {@code unit} that sees something; the lower of two. */
    public long nearest(long unit) {
        long most = view.phases().size();
        for (long away = 0; away <= most; away++) {
            for (long other : new long[] {unit - away, unit + away}) {
                boolean exists = out == 0 || (other >= 0 && other < out);
                if (exists && sight(other).size() > 0) {
                    return other;
                }
            }
        }
        return seeing().get(0);
    }
}
