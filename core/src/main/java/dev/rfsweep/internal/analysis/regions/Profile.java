package dev.rfsweep.internal.analysis.regions;

import dev.rfsweep.internal.analysis.fields.FieldPass;
import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.IntervalSet;
import java.util.Arrays;
import java.util.List;

/**
 * How much each input position contributes to one unit along one axis, without weights: the share of the paths from the unit back
 * to the input that end there, all paths of the graph counted. Paths through padding end nowhere.
 * Shares too small for a double are 0. (The variance that
 * {@link dev.rfsweep.model.AxisView#erf} reports is that of the widest branch instead, so that it adds up along a trunk.)
 */
public final class Profile {

    private final long start;
    private final double[] shares;

    private Profile(long start, double[] shares) {
        this.start = start;
        this.shares = shares;
    }

    /** Input position of the first share. */
    public long start() {
        return start;
    }

    /** Shares of neighbouring positions, which sum to 1; empty when the unit sees nothing. A copy. */
    public double[] shares() {
        return shares.clone();
    }

    /**
     * The profile of one unit.
     *
     * @param unit its position along {@code axis}
     * @throws dev.rfsweep.internal.analysis.graph.GraphException when a size is unknown or the unit outside the tensor
     */
    public static Profile of(FieldPass fields, Tensor tensor, int axis, long unit) {
        RegionPass.requireInside(tensor, axis, unit);
        Paths[] paths = new Paths[tensor.id() + 1];
        paths[tensor.id()] = new Paths((int) RegionPass.units(tensor, axis));
        paths[tensor.id()].counts[(int) unit] = 1;
        for (int id = tensor.id(); id > 0; id--) {
            if (paths[id] != null) {
                paths[id].normalise();
                back(fields.followed(fields.graph().tensors().get(id), axis), axis, paths, id);
                paths[id] = null;
            }
        }
        return paths[0] == null ? new Profile(0, new double[0]) : cut(paths[0].counts);
    }

    private static void back(List<OperatorInput> links, int axis, Paths[] paths, int id) {
        Paths from = paths[id];
        for (OperatorInput link : links) {
            int units = (int) RegionPass.units(link.source(), axis);
            Paths to = paths[link.source().id()] == null
                    ? new Paths(units)
                    : paths[link.source().id()];
            paths[link.source().id()] = to;
            double scale = to.align(from.exponent);
            for (int unit = 0; unit < from.counts.length; unit++) {
                if (from.counts[unit] > 0) {
                    IntervalSet inputs = link.read(axis).inputs(IntervalSet.of(unit, unit), units);
                    to.add(inputs, from.counts[unit] * scale);
                }
            }
        }
    }

    private static Profile cut(double[] counts) {
        int first = 0;
        int end = counts.length;
        while (first < end && counts[first] == 0) {
            first++;
        }
        while (end > first && counts[end - 1] == 0) {
            end--;
        }
        double[] shares = Arrays.copyOfRange(counts, first, end);
        double sum = Arrays.stream(shares).sum();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return new Profile(first, shares);
    }

    /** Paths to every unit of a tensor, {@code counts * 2^exponent}: the numbers themselves outgrow a double in deep networks. */
    private static final class Paths {

        private final double[] counts;
        private int exponent;
        private boolean empty = true;

        Paths(int units) {
            counts = new double[units];
        }

        void add(IntervalSet units, double count) {
            units.forEach(unit -> counts[(int) unit] += count);
            empty = false;
        }

        /**
         * Prepares for adding counts whose exponent is {@code other}: scales those that are there if need be, and
         * returns the factor for those that are added.
         */
        double align(int other) {
            if (empty) {
                exponent = other;
            } else if (other > exponent) {
                scale(exponent - other);
                exponent = other;
            }
            return Math.scalb(1.0, other - exponent);
        }

        void normalise() {
            double most = Arrays.stream(counts).max().orElse(0);
            if (most > 0) {
                int by = Math.getExponent(most);
                scale(-by);
                exponent += by;
            }
        }

        private void scale(int by) {
            for (int unit = 0; unit < counts.length; unit++) {
                counts[unit] = Math.scalb(counts[unit], by);
            }
        }
    }
}
