package dev.rfsweep.bench;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.onnx.ImportOptions;
import dev.rfsweep.internal.onnx.OnnxNetwork;
import dev.rfsweep.model.AxisView;
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
 * How long does a large network take from the bytes of its ONNX file to the field of every layer?
 *
 * <p>The files are made by {@link OnnxModels}: all nodes and shapes of weights, no data. Set-up refuses fields that differ
 * from those of the published architectures, gates left out, worked out by hand from their stages.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar OnnxBenchmark -prof gc
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class OnnxBenchmark {

    private static final long STRIDE = 32;

    /** Which of {@link OnnxModels}. */
    @Param({"densenet201", "efficientnet_b7"})
    String model;

    private byte[] file;

    /** Makes the file, and refuses to time wrong answers. */
    @Setup
    public void write() {
        boolean dense = model.equals("densenet201");
        file = dense ? OnnxModels.denseNet201() : OnnxModels.efficientNetB7();
        Analysis analysis = analyze();
        AxisView last = analysis.view(analysis.graph().last(), 0);
        Gate.equal("rf", last.rf(), dense ? 3863 : 3079);
        Gate.equal("stride", last.stride(), STRIDE);
    }

    /** The graph alone. */
    @Benchmark
    public OnnxNetwork read() {
        return OnnxNetwork.read(model, file, ImportOptions.NONE);
    }

    /** The graph, and what the units of every tensor see. */
    @Benchmark
    public Analysis analyze() {
        return Analysis.of(read().graph(), Gates.IGNORE);
    }
}
