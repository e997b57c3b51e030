package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Resample;
import dev.rfsweep.internal.analysis.reads.Resample.Interpolation;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;

/** Resize and Upsample: every dimension by its scale, with the coordinates exactly as the specification has them. */
final class Resizing {

    private static final int RESIZE_SINCE_SIZES = 11;

    private final Call call;
    private final Tensor in;
    private final String coordinates;
    private final Interpolation taps;

    /** Exact scale of each dimension, and its output size. */
    private final ScaleFactor[] scales;

    private final long[] sizes;

    private Resizing(Call call, String coordinates, Interpolation taps) {
        this.call = call;
        this.in = call.tensor(0);
        this.coordinates = coordinates;
        this.taps = taps;
        this.scales = new ScaleFactor[in.shape().rank()];
        this.sizes = in.shape().sizes();
        Arrays.fill(scales, new ScaleFactor(1, 1));
    }

    /** Upsample, which has no choice of coordinates; scales are an attribute at first, an input later. */
    static void upsample(Call call) {
        Resizing resizing = new Resizing(call, "asymmetric", taps(call, "floor"));
        Attribute stated = call.attribute("scales");
        resizing.byScales(stated != null && stated.reals() != null ? stated.reals() : reals(call, 1));
        resizing.finish();
    }

    static void resize(Call call) {
        if (call.opset() < RESIZE_SINCE_SIZES) {
            Resizing resizing = new Resizing(call, "asymmetric", taps(call, "floor"));
            resizing.byScales(reals(call, 1));
            resizing.finish();
            return;
        }
        String nearest = call.text("nearest_mode", "round_prefer_floor");
        String coordinates = call.text("coordinate_transformation_mode", "half_pixel");
        Resizing resizing = new Resizing(call, coordinates, taps(call, nearest));
        if (isGiven(call, 3)) {
            resizing.bySizes(call.knownIntegers(3, "sizes"));
        } else if (isGiven(call, 2)) {
            resizing.byScales(reals(call, 2));
        } else {
            throw call.fail("found neither scales nor sizes, expected one of them");
        }
        resizing.refuseAntialias();
        resizing.finish();
    }

    /** An input that is left out may also be there without elements. */
    private static boolean isGiven(Call call, int input) {
        return call.has(input)
                && !(call.operand(input).isConstant()
                        && call.operand(input).constant().elements() == 0);
    }

    private static DoubleList reals(Call call, int input) {
        Operand operand = call.operand(input);
        if (!operand.isConstant() || !operand.constant().isReal()) {
            throw call.fail("found scales (" + call.node().input(input)
                    + ") that are not known before the network runs, " + "expected constants");
        }
        return operand.constant().reals();
    }

    private static Interpolation taps(Call call, String nearest) {
        String mode = call.text("mode", "nearest");
        return switch (mode) {
            case "linear", "bilinear" -> Interpolation.LINEAR;
            case "cubic" -> Interpolation.CUBIC;
            case "nearest" ->
                switch (nearest) {
                    case "floor" -> Interpolation.FLOOR;
                    case "ceil" -> Interpolation.CEIL;
                    case "round_prefer_floor" -> Interpolation.ROUND_PREFER_FLOOR;
                    case "round_prefer_ceil" -> Interpolation.ROUND_PREFER_CEIL;
                    default ->
                        throw call.fail("found nearest_mode " + OnnxException.quoted(nearest)
                                + ", expected floor, ceil, round_prefer_floor or round_prefer_ceil");
                };
            default ->
                throw call.fail("found mode " + OnnxException.quoted(mode) + ", expected nearest, linear or cubic");
        };
    }

    private int[] resized(int count) {
        LongList axes = call.integers("axes");
        if (axes != null && !axes.isEmpty()) {
            call.requireCount("scales or sizes", count, axes.size());
            return call.dims(axes, sizes.length);
        }
        call.requireCount("scales or sizes", count, sizes.length);
        return SizeRules.dimsFrom(0, count);
    }

    private void byScales(DoubleList given) {
        int[] dims = resized(given.size());
        for (int at = 0; at < dims.length; at++) {
            float scale = (float) given.getDouble(at);
            if (Float.isNaN(scale)) {
                throw call.needsSize("scales depend");
            }
            if (!(scale > 0) || scale > Integer.MAX_VALUE) {
                throw call.fail("found a scale of " + scale + ", expected a positive number");
            }
            scales[dims[at]] = ScaleFactor.of(scale);
            long size = sizes[dims[at]];
            // in single precision, as runtimes do
            sizes[dims[at]] = size == Size.UNKNOWN ? size : (long) Math.floor(size * scale);
        }
    }

    private void bySizes(LongList given) {
        String policy = call.text("keep_aspect_ratio_policy", "stretch");
        if (!policy.equals("stretch")) {
            throw call.fail("found keep_aspect_ratio_policy " + OnnxException.quoted(policy)
                    + ", which rfsweep does not know; expected stretch");
        }
        int[] dims = resized(given.size());
        for (int at = 0; at < dims.length; at++) {
            long size = sizes[dims[at]];
            long wanted = given.getLong(at);
            if (wanted < 1) {
                throw call.fail("found a size of " + wanted + ", expected at least 1");
            }
            if (size == Size.UNKNOWN && in.shape().tracked(dims[at])) {
                throw call.needsSize("its scale depends");
            }
            scales[dims[at]] = size < 1 ? new ScaleFactor(1, 1) : new ScaleFactor(wanted, size);
            sizes[dims[at]] = wanted;
        }
    }

    /** Shrinking with antialiasing reads more than two neighbours; enlarging does not change. */
    private void refuseAntialias() {
        boolean shrinks = Arrays.stream(scales).anyMatch(scale -> scale.numerator() < scale.denominator());
        if (call.flag("antialias", false) && shrinks && (taps == Interpolation.LINEAR || taps == Interpolation.CUBIC)) {
            throw call.fail("found antialias with a scale below 1, which rfsweep does not know");
        }
    }

    private void finish() {
        DimensionReads use = DimensionReads.of(in, sizes.length);
        for (int dim = 0; dim < sizes.length; dim++) {
            use.follow(dim, dim, in.shape().tracked(dim) ? read(dim) : Slide.SAME);
            if (sizes[dim] < 1 && sizes[dim] != Size.UNKNOWN) {
                throw call.fail(
                        "found an output of " + sizes[dim] + " along dimension " + dim + ", expected at least 1");
            }
        }
        call.output(sizes, use);
    }

    private Read read(int dim) {
        ScaleFactor scale = scales[dim];
        long size = in.shape().size(dim);
        if (scale.isOne() && sizes[dim] == size && !coordinates.startsWith("tf_")) {
            return Slide.SAME;
        }
        long over = scale.numerator();
        long under = scale.denominator();
        return switch (coordinates) {
            case "half_pixel" -> halfPixel(over, under, 0);
            case "pytorch_half_pixel" -> call.knownSize(sizes[dim]) > 1 ? halfPixel(over, under, 0) : resample(0, 0, 1);
            case "half_pixel_symmetric" -> halfPixel(over, under, symmetric(dim));
            case "tf_half_pixel_for_nn" -> resample(2 * under, under, 2 * over);
            case "asymmetric" -> resample(under, 0, over);
            case "align_corners" ->
                call.knownSize(sizes[dim]) > 1
                        ? resample(call.knownSize(size) - 1, 0, sizes[dim] - 1)
                        : resample(0, 0, 1);
            default ->
                throw call.fail("found coordinate_transformation_mode " + OnnxException.quoted(coordinates)
                        + ", which rfsweep does not know; expected half_pixel, half_pixel_symmetric, pytorch_half_pixel, "
                        + "align_corners, asymmetric or tf_half_pixel_for_nn");
        };
    }

    /** {@code (o + 1/2)/scale - 1/2}, moved by {@code shift/(2*over)}. */
    private Read halfPixel(long over, long under, long shift) {
        return resample(
                Math.multiplyExact(2, under),
                Math.addExact(Math.subtractExact(under, over), shift),
                Math.multiplyExact(2, over));
    }

    /** How far a fraction of a pixel that the output size lost moves the centre. */
    private long symmetric(int dim) {
        long exact = Math.multiplyExact(call.knownSize(in.shape().size(dim)), scales[dim].numerator());
        return Math.subtractExact(exact, Math.multiplyExact(sizes[dim], scales[dim].denominator()));
    }

    private Read resample(long numerator, long offset, long denominator) {
        long common = Read.gcd(Read.gcd(numerator, offset), denominator);
        return new Resample(numerator / common, offset / common, denominator / common, taps);
    }
}
