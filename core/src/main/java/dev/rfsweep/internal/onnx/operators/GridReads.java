package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Resample;
import dev.rfsweep.internal.analysis.reads.Resample.Interpolation;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Strides;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.model.Size;
import java.util.Arrays;

/**
 * Which pixels a GridSample reads along each axis. A grid that is computed may name any place, so that is all of them. A
 * constant grid whose coordinates along an axis are a series of its own is a resize.
 */
final class GridReads {

    /** Places that differ by less than this part of the size count as equal: grids hold numbers of single precision. */
    private static final double CLOSE = 1e-6;

    private static final long MOST_PARTS = 4096;

    private final Call call;
    private final Constant grid;
    private final int spatial;

    private GridReads(Call call) {
        this.call = call;
        this.grid = call.operand(1).constant();
        this.spatial = call.rank(0) - Windows.LEADING;
    }

    /** A read for each axis of the image. */
    static Read[] of(Call call) {
        GridReads grid = new GridReads(call);
        Read[] reads = new Read[grid.spatial];
        Arrays.fill(reads, Every.INDEX);
        if (!call.operand(1).isConstant()) {
            return reads;
        }
        for (int axis = 0; axis < reads.length; axis++) {
            Read read = grid.grid.isReal() ? grid.read(axis) : null;
            reads[axis] = read == null ? Every.INDEX : read;
        }
        if (Arrays.asList(reads).contains(Every.INDEX)) {
            call.note("its grid is no regular one that was read, so a unit counts as seeing every position");
        }
        return reads;
    }

    private Read read(int axis) {
        long size = call.sizes(0)[Windows.LEADING + axis];
        double[] places = size == Size.UNKNOWN ? null : places(axis, size);
        boolean inside = places != null && places.length > 0 && inside(size, places);
        for (long parts = 1; inside && parts <= MOST_PARTS; parts++) {
            double step = places.length < 2 ? 1 : (places[places.length - 1] - places[0]) / (places.length - 1);
            long over = Math.round(step * parts);
            long offset = Math.round(places[0] * parts);
            if (fits(size, places, over, offset, parts)) {
                return series(over, offset, parts);
            }
        }
        return null;
    }

    /** Where each output along {@code axis} looks, in pixels; null if that depends on other axes, too. */
    private double[] places(int axis, long size) {
        long[] sizes = call.sizes(1);
        int[] strides = Strides.of(sizes);
        double[] places = new double[(int) sizes[1 + axis]];
        Arrays.fill(places, Double.NaN);
        int last = sizes.length - 1;
        for (int at = 0; at < grid.elements(); at++) {
            if (Strides.index(at, last, strides, sizes) == spatial - 1 - axis) {
                int unit = Strides.index(at, 1 + axis, strides, sizes);
                double place = place(grid.real(at), size);
                if (Double.isNaN(places[unit])) {
                    places[unit] = place;
                }
                if (!(Math.abs(places[unit] - place) <= CLOSE * (size + 1))) {
                    return null;
                }
            }
        }
        return places;
    }

    private double place(double coordinate, long size) {
        return call.flag("align_corners", false)
                ? (coordinate + 1) / 2 * (size - 1)
                : ((coordinate + 1) * size - 1) / 2;
    }

    /** Outside of the image every mode of padding has its own rule; inside all read alike. */
    private boolean inside(long size, double... places) {
        double margin = (call.text("padding_mode", "zeros").equals("reflection") ? 0 : 0.5) + CLOSE * (size + 1);
        return Arrays.stream(places).allMatch(place -> place >= -margin && place <= size - 1 + margin);
    }

    private static boolean fits(long size, double[] places, long over, long offset, long parts) {
        for (int unit = 0; unit < places.length; unit++) {
            double place = (double) (over * unit + offset) / parts;
            if (!(Math.abs(place - places[unit]) <= CLOSE * (size + 1))) {
                return false;
            }
        }
        return true;
    }

    private Read series(long over, long offset, long parts) {
        if (parts == 1) {
            return new Slide(1, over, 1, -offset);
        }
        Interpolation taps = taps(over, offset, parts);
        return over < 0 || taps == null ? null : new Resample(over, offset, parts, taps);
    }

    /**
     * Null where an output lies exactly between two pixels: GridSample rounds such ties in a way that no mode of a
     * resize does.
     */
    private Interpolation taps(long over, long offset, long parts) {
        String mode = call.text("mode", "linear");
        return switch (mode) {
            case "linear", "bilinear" -> Interpolation.LINEAR;
            case "cubic", "bicubic" -> Interpolation.CUBIC;
            case "nearest" -> {
                boolean ties = false;
                for (long unit = 0; unit < 2 * parts; unit++) {
                    ties |= Math.floorMod(2 * (over * unit + offset), 2 * parts) == parts;
                }
                yield ties ? null : Interpolation.ROUND_PREFER_FLOOR;
            }
            default ->
                throw call.fail("found mode " + OnnxException.quoted(mode) + ", expected linear, nearest or cubic");
        };
    }
}
