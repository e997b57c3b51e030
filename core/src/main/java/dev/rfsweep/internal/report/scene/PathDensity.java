package dev.rfsweep.internal.report.scene;

import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.ConcatPart;
import dev.rfsweep.internal.analysis.reads.Read;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the paths from every input pixel to one unit along one axis, padding included: backwards from the unit, each read
 * hands on the count of its reader. Branches that meet add up, so those with more taps weigh more.
 *
 * <p>A {@link dev.rfsweep.internal.analysis.regions.Profile} stops at borders and needs a size; this is the density far from them, the one
 * whose spread the ERF radius tells.
 */
public final class PathDensity {

    /** The longest density that is counted: a picture has fewer than a thousand columns. */
    private static final long MOST_PIXELS = 1 << 20;

    /** Most reads that are followed, and places kept for counts: about a second, and a quarter of a gigabyte. */
    private static final long MOST_WORK = 1 << 25;

    /** Counts are scaled down together before they leave the range of a double. */
    private static final double MOST_PATHS = 1e200;

    private final Branches branches;
    private final int axis;
    private final Counts[] counts;

    private long work;

    /** Paths to the units of one tensor from {@code from} on. */
    private static final class Counts {
        private long from;
        private double[] paths = new double[0];

        void add(long unit, double more) {
            paths[(int) (unit - from)] += more;
        }

        /** How many places {@link #reach} has to add for {@code unit}. */
        long missing(long unit) {
            long below = Math.max(0, from - unit);
            long above = Math.max(0, unit - from - paths.length + 1);
            return paths.length == 0 ? 16 : below + above == 0 ? 0 : below + above + paths.length;
        }

        void reach(long unit) {
            int more = (int) missing(unit);
            if (paths.length == 0) {
                from = unit;
                paths = new double[more];
            } else if (unit < from) {
                double[] grown = new double[more + paths.length];
                System.arraycopy(paths, 0, grown, more, paths.length);
                from -= more;
                paths = grown;
            } else if (more > 0) {
                paths = Arrays.copyOf(paths, more + paths.length);
            }
        }
    }

    private PathDensity(Branches branches, int axis) {
        this.branches = branches;
        this.axis = axis;
        this.counts = new Counts[branches.analysis().graph().tensors().size()];
    }

    /** The density of {@code unit} of {@code tensor}; empty where the field is too large, or the paths are too many. */
    public static Density of(Branches branches, Tensor tensor, int axis, long unit) {
        if (branches.analysis().view(tensor, axis).rf() > MOST_PIXELS) {
            return Density.NONE;
        }
        return new PathDensity(branches, axis).from(tensor, unit);
    }

    private Density from(Tensor tensor, long unit) {
        List<Tensor> tensors = branches.analysis().graph().tensors();
        counts[tensor.id()] = new Counts();
        counts[tensor.id()].reach(unit);
        counts[tensor.id()].add(unit, 1);
        for (int id = tensor.id(); id > 0 && work <= MOST_WORK; id--) {
            if (counts[id] != null) {
                back(tensors.get(id), counts[id]);
                counts[id] = null;
                rescale(id);
            }
        }
        return work > MOST_WORK || counts[0] == null ? Density.NONE : density(counts[0]);
    }

    private void back(Tensor tensor, Counts here) {
        for (OperatorInput link : branches.of(tensor, axis)) {
            int source = link.source().id();
            if (counts[source] == null) {
                counts[source] = new Counts();
            }
            through(link, here, counts[source]);
        }
    }

    private void through(OperatorInput link, Counts here, Counts below) {
        Read read = link.read(axis);
        long size = link.source().shape().units(axis);
        // Beside a part of a concatenation lies another part, not padding. And where units do not repeat, it is not
        // known
        // what a unit beyond the border would see.
        boolean ends = read instanceof ConcatPart
                || branches.analysis().view(link.source(), axis).strideDen() == 0;
        for (int i = 0; i < here.paths.length; i++) {
            if (here.paths[i] > 0 && spend(Level.taps(read))) {
                for (long input : read.indices(here.from + i)) {
                    boolean elsewhere = ends && (input < 0 || input >= size);
                    if (!elsewhere && spend(below.missing(input))) {
                        below.reach(input);
                        below.add(input, here.paths[i]);
                    }
                }
            }
        }
    }

    /** Takes {@code more} from the budget of time and memory, and tells whether it was there. */
    private boolean spend(long more) {
        work = more > MOST_WORK ? MOST_WORK + 1 : work + more;
        return work <= MOST_WORK;
    }

    private void rescale(int id) {
        double most = 0;
        for (int i = 0; i < id; i++) {
            if (counts[i] != null) {
                most = Math.max(most, Arrays.stream(counts[i].paths).max().orElse(0));
            }
        }
        for (int i = 0; i < id && most > MOST_PATHS; i++) {
            if (counts[i] != null) {
                counts[i].paths = Arrays.stream(counts[i].paths)
                        .map(paths -> paths / MOST_PATHS)
                        .toArray();
            }
        }
    }

    private static Density density(Counts input) {
        int first = 0;
        int last = input.paths.length;
        while (first < last && input.paths[first] == 0) {
            first++;
        }
        while (last > first && input.paths[last - 1] == 0) {
            last--;
        }
        if (first == last) {
            return Density.NONE;
        }
        double[] paths = Arrays.copyOfRange(input.paths, first, last);
        double peak = Arrays.stream(paths).max().orElseThrow();
        Arrays.setAll(paths, i -> paths[i] / peak);
        return new Density(input.from + first, DoubleArrayList.wrap(paths));
    }
}
