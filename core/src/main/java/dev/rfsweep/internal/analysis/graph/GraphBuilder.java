package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.Window;
import dev.rfsweep.model.metric.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Builds a {@link Graph}, operator by operator. Each method adds one tensor and returns it, its shape inferred. Sizes may
 * be {@link Size#UNKNOWN} where nothing depends on them.
 *
 * <p>{@link #add} can say any operator; the others put the common ones in its terms. A <em>unit</em> is all channels at a
 * position, so dimensions without spatial axes are not followed. Not thread-safe.
 */
public final class GraphBuilder {

    private static final int SPATIAL = 2;

    private final int axes;
    private final ArrayList<Tensor> tensors = new ArrayList<>();
    private final List<Read> sames;

    /** @param axes spatial axes of the network, 1 to 3 */
    public GraphBuilder(int axes) {
        if (axes < 1 || axes > 3) {
            throw new IllegalArgumentException("1 to 3 spatial axes, were " + axes);
        }
        this.axes = axes;
        this.sames = List.copyOf(Collections.nCopies(axes, Slide.SAME));
    }

    /** The input as a map {@code [1, channels, size...]}. */
    public Tensor input(String name, long channels, long... size) {
        long[] sizes = new long[SPATIAL + size.length];
        sizes[0] = 1;
        sizes[1] = channels;
        System.arraycopy(size, 0, sizes, SPATIAL, size.length);
        int[] spatial = new int[size.length];
        Arrays.setAll(spatial, axis -> SPATIAL + axis);
        return input(name, sizes, spatial);
    }

    /**
     * The input. It must be the first tensor.
     *
     * @param sizes all dimensions
     * @param spatial the dimension of every spatial axis
     */
    public Tensor input(String name, long[] sizes, int[] spatial) {
        if (!tensors.isEmpty() || spatial.length != axes) {
            throw new IllegalArgumentException("one input of " + axes + " spatial axes, before anything else");
        }
        DimensionAxes[] carried = new DimensionAxes[sizes.length];
        Arrays.fill(carried, DimensionAxes.NONE);
        long[] extents = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            carried[spatial[axis]] = DimensionAxes.of(axis);
            extents[axis] = sizes[spatial[axis]];
        }
        Shape shape = new Shape(sizes.clone(), carried, extents);
        return keep(new Tensor(0, OutputLabel.of(name, "Input"), shape, List.of(), null));
    }

    /** A tensor that depends on no input: weights, positions. */
    public Tensor constant(OutputLabel label, long... sizes) {
        return add(label, sizes);
    }

    /** Any operator: the sizes of its output, and how it reads each of its inputs; constants are left out. */
    public Tensor add(OutputLabel label, long[] sizes, DimensionReads... uses) {
        return keep(new AxisAssignment(axes, sizes.clone()).connect(tensors.size(), label, uses));
    }

    /** An operator with one input along the dimension {@code dim}, index for index along all others. */
    public Tensor along(OutputLabel label, Tensor in, int dim, Read read, long size) {
        long[] sizes = in.shape().sizes();
        sizes[dim] = size;
        return add(label, sizes, DimensionReads.same(in).follow(dim, dim, read));
    }

    /**
     * A local operator over a map {@code [n, c, ...]}: convolution, pooling, transposed convolution, resizing.
     *
     * @param channels channels of the output or {@link Size#UNKNOWN}
     * @param reads how each dimension behind the channels is read
     * @param out their output sizes
     */
    public Tensor local(OutputLabel label, Tensor in, long channels, List<? extends Read> reads, long... out) {
        Shape shape = in.shape();
        if (shape.rank() != SPATIAL + reads.size()) {
            throw new GraphException(label.describe() + " needs an input of " + (SPATIAL + reads.size())
                    + " dimensions, " + in.name() + " is " + shape);
        }
        long[] sizes = new long[SPATIAL + out.length];
        sizes[0] = shape.size(0);
        sizes[1] = channels;
        for (int i = 0; i < out.length; i++) {
            requireUnits(label, in, SPATIAL + i, out[i]);
            sizes[SPATIAL + i] = out[i];
        }
        if (plain(shape)) {
            List<OperatorInput> links = List.of(new OperatorInput(in, List.copyOf(reads)));
            return keep(new Tensor(tensors.size(), label, shape.resized(sizes, out.clone()), links, null));
        }
        DimensionReads use = DimensionReads.of(in, sizes.length).follow(0, 0, Slide.SAME);
        for (int i = 0; i < out.length; i++) {
            use.follow(SPATIAL + i, SPATIAL + i, reads.get(i));
        }
        return add(label, sizes, use);
    }

    private void requireUnits(OutputLabel label, Tensor in, int dim, long out) {
        if (out < 1 && out != Size.UNKNOWN) {
            int axis = in.shape().axisOf(dim);
            throw new GraphException(label.describe() + " would have " + out
                    + " outputs along " + (axis < 0 ? "dimension " + dim : Column.axisName(axis, axes))
                    + ": its input of " + in.shape().size(dim) + " is too small");
        }
    }

    /** Whether a map carries the axes in order behind its channels, as nearly all do. */
    private boolean plain(Shape shape) {
        boolean plain = shape.rank() == SPATIAL + axes && !shape.tracked(0) && !shape.tracked(1);
        for (int axis = 0; plain && axis < axes; axis++) {
            plain = shape.axisOf(SPATIAL + axis) == axis;
        }
        return plain;
    }

    /** Convolution over a map. */
    public Tensor conv(OutputLabel label, Tensor in, long channels, List<Window> windows) {
        return slide(label, in, channels, windows, Rounding.FLOOR);
    }

    /** Pooling over a map. */
    public Tensor pool(OutputLabel label, Tensor in, List<Window> windows, Rounding rounding) {
        return slide(label, in, sizeOrUnknown(in, 1), windows, rounding);
    }

    private Tensor slide(OutputLabel label, Tensor in, long channels, List<Window> windows, Rounding rounding) {
        List<Read> reads = new ArrayList<>();
        long[] out = new long[windows.size()];
        for (int i = 0; i < out.length; i++) {
            Window window = windows.get(i);
            long size = sizeOrUnknown(in, SPATIAL + i);
            if (size == Size.UNKNOWN && window.padding().needsSize()) {
                throw GraphException.needsInputSize(
                        "the padding of " + label.describe() + " depends on the size of its input, which is unknown");
            }
            Slide read = new Slide(window.kernel(), window.stride(), window.dilation(), window.low(size));
            // axes that are read alike share one read: comparing them is then quick
            reads.add(i > 0 && read.equals(reads.get(i - 1)) ? reads.get(i - 1) : read);
            out[i] = size == Size.UNKNOWN ? size : rounding.out(size, read, window.high(size));
        }
        return local(label, in, channels, reads, out);
    }

    /** The size of a dimension, not known where the input has fewer, which {@link #local} then refuses. */
    private static long sizeOrUnknown(Tensor in, int dim) {
        return dim < in.shape().rank() ? in.shape().size(dim) : Size.UNKNOWN;
    }

    /** Index for index over all inputs, broadcast as NumPy does: activations, normalisations by channel, Add, Mul, Where. */
    public Tensor pointwise(OutputLabel label, Tensor... ins) {
        Shape shape = ins[0].shape();
        boolean alike = true;
        for (Tensor in : ins) {
            alike &= in.shape().equals(shape);
        }
        if (!alike) {
            return Broadcast.of(this, label, ins);
        }
        List<OperatorInput> links =
                Arrays.stream(ins).map(in -> new OperatorInput(in, sames)).toList();
        return keep(new Tensor(tensors.size(), label, shape, links, null));
    }

    /** Permutes dimensions: output dimension {@code i} is input dimension {@code order[i]}. */
    public Tensor transpose(OutputLabel label, Tensor in, int... order) {
        DimensionReads use = DimensionReads.of(in, order.length);
        long[] sizes = new long[order.length];
        for (int dim = 0; dim < order.length; dim++) {
            use.follow(dim, order[dim], Slide.SAME);
            sizes[dim] = in.shape().size(order[dim]);
        }
        return add(label, sizes, use);
    }

    /** Units {@code start}, {@code start + step}, ... of dimension {@code dim}, {@code count} of them. */
    public Tensor slice(OutputLabel label, Tensor in, int dim, long start, long step, long count) {
        return along(label, in, dim, new Slide(1, step, 1, -start), count);
    }

    /** The same elements in other dimensions. Axes are followed where they stay whole, split or are flattened together. */
    public Tensor reshape(OutputLabel label, Tensor in, long... sizes) {
        try {
            return keep(new Reshaping(axes, in, sizes.clone()).tensor(tensors.size(), label));
        } catch (ArithmeticException overflow) {
            throw new GraphException(label.describe() + " has more elements than fit into 64 bits");
        }
    }

    /** Makes one value of the dimensions {@code dims}: mean, maximum, global pooling, statistics. */
    public Tensor reduce(OutputLabel label, Tensor in, boolean keepDims, int... dims) {
        return collapse(label, in, keepDims, dims, dims);
    }

    /**
     * Reads like {@link #reduce}, but as a step of a softmax or of attention: a branch that contains it is never taken
     * for a gate.
     */
    public Tensor total(OutputLabel label, Tensor in, boolean keepDims, int... dims) {
        return collapse(label, in, keepDims, dims);
    }

    private Tensor collapse(OutputLabel label, Tensor in, boolean keepDims, int[] dims, int... byDefinition) {
        int rank = in.shape().rank();
        DimensionReads use = DimensionReads.of(in, keepDims ? rank : rank - dims.length);
        long[] sizes = new long[use.from.length];
        int out = 0;
        for (int dim = 0; dim < rank; dim++) {
            int wanted = dim;
            boolean reduced = Arrays.stream(dims).anyMatch(one -> one == wanted);
            if (!reduced || keepDims) {
                use.follow(out, dim, reduced ? Every.INDEX : Slide.SAME);
                sizes[out++] = reduced ? 1 : in.shape().size(dim);
            }
        }
        return add(label, sizes, use.reducing(byDefinition));
    }

    /** Keeps the shape while every output reads all of the dimensions {@code dims}: softmax, attention. */
    public Tensor mix(OutputLabel label, Tensor in, int... dims) {
        DimensionReads use = DimensionReads.same(in);
        Arrays.stream(dims).forEach(dim -> use.follow(dim, dim, Every.INDEX));
        return add(label, in.shape().sizes(), use);
    }

    /** Broadcasts to {@code sizes}. */
    public Tensor expand(OutputLabel label, Tensor in, long... sizes) {
        return add(label, sizes, Broadcast.use(label, in, sizes));
    }

    /** The network of all tensors so far. */
    public Graph build() {
        return new Graph(axes, tensors);
    }

    private Tensor keep(Tensor tensor) {
        if (tensor.id() == 0 && !tensor.links().isEmpty()) {
            throw new IllegalStateException("the input comes first");
        }
        tensors.add(tensor);
        return tensor;
    }
}
