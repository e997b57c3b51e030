package dev.rfsweep;

import dev.rfsweep.internal.analysis.Findings;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Shape;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.onnx.ImportOptions;
import dev.rfsweep.internal.onnx.OnnxNetwork;
import dev.rfsweep.internal.report.Picture;
import dev.rfsweep.model.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What the units of one network see, layer by layer. Immutable and safe to share between threads. */
public final class NetworkAnalysis {

    private final Findings findings;

    private NetworkAnalysis(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads the structure of an ONNX file, never its weights, and analyses it. Branches that see the whole input only to
     * gate or to add a statistic are left out of the fields, with a remark.
     *
     * @throws dev.rfsweep.model.RfsweepException when the file is no ONNX model, or its network cannot be told exactly
     * @throws IOException when the file cannot be read
     */
    public static NetworkAnalysis read(Path file) throws IOException {
        return new NetworkAnalysis(OnnxNetwork.analyze(file.toString(), file, ImportOptions.NONE, Gates.IGNORE));
    }

    static NetworkAnalysis of(String name, Network network) {
        return new NetworkAnalysis(Findings.of(name, network, Gates.IGNORE));
    }

    /** What messages and pictures call the network. */
    public String name() {
        return findings.name();
    }

    /** Names of the spatial axes, such as {@code h} and {@code w}. */
    public List<String> axes() {
        return findings.axes();
    }

    /** What operators compute from the input, in topological order. */
    public List<Layer> layers() {
        return findings.layers().stream().map(this::layer).toList();
    }

    /** The layer that computes the main output. */
    public Layer output() {
        return layer(findings.output());
    }

    /** What there is to say about how the network was read. */
    public List<String> notices() {
        return findings.notices();
    }

    /**
     * An SVG picture of the layers that lead to the output.
     *
     * @throws dev.rfsweep.model.RfsweepException when there is nothing to draw, as in a network of dense layers
     */
    public String svg() {
        return Picture.of(findings.name(), findings.analysis(), findings.output());
    }

    private Layer layer(Tensor tensor) {
        Shape shape = tensor.shape();
        List<OptionalLong> size = IntStream.range(0, shape.axes())
                .mapToObj(axis ->
                        shape.units(axis) == Size.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(shape.units(axis)))
                .toList();
        return new Layer(
                tensor.name(),
                tensor.label().node(),
                tensor.label().op(),
                size,
                findings.views(tensor),
                findings.remarks(tensor));
    }
}
