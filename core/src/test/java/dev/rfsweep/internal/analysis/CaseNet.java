package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.Joins;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Rounding;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Resample;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import dev.rfsweep.internal.oracle.Cases;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A network of the independent answers: its nodes, to be built for any input size, and what brute force found. */
public record CaseNet(Map<?, ?> json, LongsToGraph reader) {

    /** Where the graph of an input size comes from. */
    @FunctionalInterface
    public interface LongsToGraph {
        Graph graph(long... size);
    }

    public static Stream<CaseNet> all(String file) throws IOException {
        List<CaseNet> nets = new ArrayList<>();
        for (String line : Cases.lines(file).toList()) {
            nets.add(new CaseNet(map(Cases.json(line)), null));
        }
        return nets.stream();
    }

    @Override
    public String toString() {
        return (String) json.get("id");
    }

    int axes() {
        return (Integer) json.get("rank");
    }

    String output() {
        return (String) json.get("output");
    }

    Graph graph() {
        return graph(longs(map(json.get("input")).get("size")));
    }

    /** This case with a graph from elsewhere. */
    public CaseNet readBy(LongsToGraph elsewhere) {
        return new CaseNet(json, elsewhere);
    }

    Graph graph(long... size) {
        return reader == null ? built(size) : reader.graph(size);
    }

    private Graph built(long... size) {
        GraphBuilder builder = new GraphBuilder(axes());
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("x", builder.input("x", 1, size));
        for (Object node : list(json.get("nodes"))) {
            add(map(node), builder, tensors);
        }
        return builder.build();
    }

    private void add(Map<?, ?> node, GraphBuilder builder, Map<String, Tensor> tensors) {
        String id = (String) node.get("id");
        String op = (String) node.get("op");
        OutputLabel label = OutputLabel.of(id, op);
        Tensor[] ins = list(node.get("inputs")).stream().map(tensors::get).toArray(Tensor[]::new);
        Tensor out =
                switch (op) {
                    case "conv" -> builder.conv(label, ins[0], 1, windows(node));
                    case "maxpool", "avgpool" ->
                        builder.pool(
                                label,
                                ins[0],
                                windows(node),
                                "true".equals(node.get("ceil")) ? Rounding.CEIL : Rounding.FLOOR);
                    case "convtranspose" -> transposed(builder, label, ins[0], node);
                    case "upsample" -> upsample(builder, label, ins[0], node);
                    case "pad" ->
                        padded(builder, label, ins[0], longs(node.get("pad_begin")), longs(node.get("pad_end")), 1);
                    case "crop" ->
                        padded(builder, label, ins[0], longs(node.get("crop_begin")), longs(node.get("crop_end")), -1);
                    case "add", "mul", "relu", "batchnorm", "identity" -> builder.pointwise(label, ins);
                    case "concat" -> Joins.concat(builder, label, 1, ins);
                    case "globalavgpool" -> builder.reduce(label, ins[0], true, spatial());
                    default -> throw new IllegalArgumentException(op);
                };
        tensors.put(id, out);
    }

    private int[] spatial() {
        int[] dims = new int[axes()];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = 2 + axis;
        }
        return dims;
    }

    private static Tensor transposed(GraphBuilder builder, OutputLabel label, Tensor in, Map<?, ?> node) {
        List<Read> reads = new ArrayList<>();
        long[] out = longs(node.get("output_padding"));
        for (int i = 0; i < out.length; i++) {
            Transposed read = new Transposed(
                    longs(node.get("kernel"))[i],
                    longs(node.get("stride"))[i],
                    longs(node.get("dilation"))[i],
                    longs(node.get("pad_begin"))[i]);
            reads.add(read);
            out[i] = read.out(in.shape().units(i), longs(node.get("pad_end"))[i], out[i]);
        }
        return builder.local(label, in, 1, reads, out);
    }

    private static Tensor upsample(GraphBuilder builder, OutputLabel label, Tensor in, Map<?, ?> node) {
        boolean linear = node.get("mode").equals("linear");
        List<Read> reads = new ArrayList<>();
        long[] out = longs(node.get("scale"));
        for (int i = 0; i < out.length; i++) {
            reads.add(
                    linear
                            ? Resample.halfPixel(out[i], Resample.Interpolation.LINEAR)
                            : new Transposed(out[i], out[i], 1, 0));
            out[i] *= in.shape().units(i);
        }
        return builder.local(label, in, in.shape().size(1), reads, out);
    }

    private static Tensor padded(
            GraphBuilder builder, OutputLabel label, Tensor in, long[] low, long[] high, int sign) {
        List<Read> reads = new ArrayList<>();
        long[] out = new long[low.length];
        for (int i = 0; i < low.length; i++) {
            reads.add(new Slide(1, 1, 1, sign * low[i]));
            out[i] = in.shape().units(i) + sign * (low[i] + high[i]);
        }
        return builder.local(label, in, in.shape().size(1), reads, out);
    }

    private static List<Window> windows(Map<?, ?> node) {
        List<Window> windows = new ArrayList<>();
        long[] kernel = longs(node.get("kernel"));
        for (int i = 0; i < kernel.length; i++) {
            int dilation = node.containsKey("dilation") ? (int) longs(node.get("dilation"))[i] : 1;
            windows.add(new Window((int) kernel[i], (int) longs(node.get("stride"))[i], dilation, padding(node, i)));
        }
        return windows;
    }

    private static Padding padding(Map<?, ?> node, int axis) {
        return node.containsKey("auto_pad")
                ? Padding.Auto.valueOf((String) node.get("auto_pad"))
                : new Padding.Fixed((int) longs(node.get("pad_begin"))[axis], (int) longs(node.get("pad_end"))[axis]);
    }

    static Map<?, ?> map(Object json) {
        return (Map<?, ?>) json;
    }

    static List<?> list(Object json) {
        return (List<?>) json;
    }

    static long[] longs(Object json) {
        return list(json).stream().mapToLong(value -> (Integer) value).toArray();
    }
}
