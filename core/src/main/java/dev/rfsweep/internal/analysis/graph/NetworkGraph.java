package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Resample;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import dev.rfsweep.internal.net.AxisRead;
import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.OperatorNode;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link Network} as a graph that can be analysed: a tensor for the input, and one of the same name for each node. */
public final class NetworkGraph implements AxisRead.Visitor<Read> {

    private static final int SPATIAL = 2;

    private final GraphBuilder builder;
    private final int rank;

    /** Tensors so far, and their shapes: the input, then the output of each node. */
    private final List<Tensor> tensors = new ArrayList<>();

    private final List<MapShape> shapes = new ArrayList<>();

    /** The node that is translated. */
    private OperatorNode node;

    private NetworkGraph(Network network) {
        rank = network.rank();
        builder = new GraphBuilder(rank);
    }

    /**
     * The graph of {@code network}.
     *
     * @throws GraphException when a layer has no output units, or needs the size of an input that is not known
     */
    public static Graph of(Network network) {
        NetworkGraph translation = new NetworkGraph(network);
        MapShape input = network.input();
        translation.tensors.add(translation.builder.input("x", known(input.channels()), sizes(input)));
        translation.shapes.add(input);
        network.nodes().forEach(translation::add);
        return translation.builder.build();
    }

    private static long known(long channels) {
        return channels == 0 ? Size.UNKNOWN : channels;
    }

    private static long[] sizes(MapShape shape) {
        long[] sizes = new long[shape.rank()];
        Arrays.setAll(sizes, axis -> shape.isKnown() ? shape.size(axis) : Size.UNKNOWN);
        return sizes;
    }

    private void add(OperatorNode next) {
        node = next;
        List<Tensor> from = new ArrayList<>();
        List<MapShape> in = new ArrayList<>();
        for (int input : node.inputs()) {
            from.add(tensors.get(input + 1));
            in.add(shapes.get(input + 1));
        }
        MapShape out = node.operator().shape(in);
        shapes.add(out);
        OutputLabel label = OutputLabel.of(node.name(), node.operator().onnxType());
        tensors.add(from.size() == 1 ? single(label, from.get(0), in.get(0), out) : merge(label, from, in, out));
    }

    /** A dense layer reads the whole map, however small. */
    private Tensor single(OutputLabel label, Tensor from, MapShape in, MapShape out) {
        if (out.rank() == 0) {
            return builder.add(label, new long[] {1, known(out.channels())}, DimensionReads.of(from, SPATIAL));
        }
        List<Read> reads = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            reads.add(node.operator().read(0, axis, List.of(in)).accept(this));
        }
        if (reads.contains(null)) {
            return builder.constant(label, all(out));
        }
        if (reads.stream().allMatch(Every.INDEX::equals)) {
            int[] dims = new int[rank];
            Arrays.setAll(dims, axis -> SPATIAL + axis);
            return builder.reduce(label, from, true, dims);
        }
        return builder.local(label, from, known(out.channels()), reads, sizes(out));
    }

    /**
     * Inputs are read as the operator says, unit for unit even where padding leaves a trunk with another size than its
     * shortcut; so this is no broadcast.
     */
    private Tensor merge(OutputLabel label, List<Tensor> from, List<MapShape> in, MapShape out) {
        DimensionReads[] uses = new DimensionReads[from.size()];
        for (int input = 0; input < uses.length; input++) {
            uses[input] = DimensionReads.same(from.get(input));
            for (int axis = 0; axis < rank; axis++) {
                Read read = node.operator().read(input, axis, in).accept(this);
                uses[input].follow(SPATIAL + axis, SPATIAL + axis, read);
            }
        }
        return builder.add(label, all(out), uses);
    }

    /** All dimensions of a map: one of a batch, its channels, and its sizes. */
    private long[] all(MapShape map) {
        long[] all = new long[SPATIAL + rank];
        all[0] = 1;
        all[1] = known(map.channels());
        System.arraycopy(sizes(map), 0, all, SPATIAL, rank);
        return all;
    }

    @Override
    public Read same(AxisRead.Same read) {
        return Slide.SAME;
    }

    @Override
    public Read one(AxisRead.One read) {
        return Slide.BROADCAST;
    }

    @Override
    public Read slide(AxisRead.Slide read) {
        Window window = read.window();
        if (read.size() == Size.UNKNOWN && window.padding().needsSize()) {
            throw GraphException.needsInputSize("the padding of node '" + node.name() + "' ("
                    + node.operator().onnxType() + ") depends on the size of its input, which is unknown");
        }
        return new Slide(window.kernel(), window.stride(), window.dilation(), window.low(read.size()));
    }

    @Override
    public Read transposed(AxisRead.Transposed read) {
        Window window = read.window();
        return new Transposed(window.kernel(), window.stride(), window.dilation(), read.low());
    }

    @Override
    public Read upsampled(AxisRead.Upsampled read) {
        int factor = read.factor();
        return read.linear()
                ? Resample.halfPixel(factor, Resample.Interpolation.LINEAR)
                : new Transposed(factor, factor, 1, 0);
    }

    @Override
    public Read every(AxisRead.Every read) {
        return Every.INDEX;
    }

    @Override
    public Read nothing(AxisRead.None read) {
        return null;
    }
}
