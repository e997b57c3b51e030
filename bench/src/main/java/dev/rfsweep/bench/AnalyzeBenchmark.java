package dev.rfsweep.bench;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to build the graph of one chain of convolutions and to analyse every layer?
 *
 * <p>{@code build} starts from windows and ends with fields of all layers on both axes; {@code bareLoop} works out the same
 * numbers of the last layer in a loop over the windows, without graph, names or shapes.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar AnalyzeBenchmark -prof gc
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class AnalyzeBenchmark {

    private static final long SEED = 4;

    /** Convolutions in the chain. */
    @Param({"10", "1000", "10000"})
    int layers;

    private List<List<Window>> chain;
    private List<OutputLabel> labels;

    /** Draws the chain, strided only at the beginning so that it can be any length, and refuses to time wrong answers. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(SEED);
        chain = new ArrayList<>();
        labels = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            int kernel = 1 + 2 * random.nextInt(4);
            int stride = layer < 10 && layer % 3 == 0 ? 2 : 1;
            chain.add(Collections.nCopies(2, new Window(kernel, stride, 1, Padding.Auto.SAME)));
            labels.add(OutputLabel.of("conv" + layer, "Conv"));
        }
        Gate.equal("rf", analysed(), bareLoop());
    }

    private long analysed() {
        Analysis analysis = build();
        return analysis.view(analysis.graph().last(), 1).rf();
    }

    @Benchmark
    public Analysis build() {
        GraphBuilder builder = new GraphBuilder(2);
        Tensor tensor = builder.input("x", 3, 224, 224);
        for (int layer = 0; layer < layers; layer++) {
            tensor = builder.conv(labels.get(layer), tensor, 64, chain.get(layer));
        }
        Graph graph = builder.build();
        return Analysis.of(graph, Gates.IGNORE);
    }

    /** The view of every layer and axis, as a table of layers needs it. */
    @Benchmark
    public long buildAndRead() {
        Analysis analysis = build();
        long sum = 0;
        for (Tensor tensor : analysis.graph().tensors()) {
            for (int axis = 0; axis < 2; axis++) {
                AxisView view = analysis.view(tensor, axis);
                sum += view.rf() + view.stride() + view.start();
            }
        }
        return sum;
    }

    @Benchmark
    public long bareLoop() {
        long rf = 1;
        long stride = 1;
        long start = 0;
        for (List<Window> windows : chain) {
            Window window = windows.get(0);
            rf += window.reach() * stride;
            start -= window.low(0) * stride;
            stride *= window.stride();
        }
        return start < 0 || stride > 0 ? rf : 0;
    }
}
