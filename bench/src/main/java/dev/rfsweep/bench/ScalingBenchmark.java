package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.Sweep;
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
 * How much faster do all processors sweep than one?
 *
 * <p>The grid has nine layers, 5.2 G variants, so that starting and joining the threads does not count.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar ScalingBenchmark
 * }</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ScalingBenchmark {

    /** How many threads; {@code max} is one a processor. */
    @Param({"1", "max"})
    String threads;

    /** Layers of the grid. */
    @Param("9")
    int layers;

    private long variants;
    private Sweep rf;
    private Sweep counting;

    /** Compiles the questions, and refuses to time wrong answers. */
    @Setup
    public void compile() {
        Fixture fixture = Fixture.grid(layers);
        variants = fixture.variants();
        int count = threads.equals("max") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(threads);
        rf = fixture.sweep().columns(fixture.columns("rf")).threads(count);
        counting = fixture.sweep().where(fixture.counting()).exhaustive(true).threads(count);
        Gate.agreesWithOracle(fixture, fixture.columns("rf"));
        Gate.equal("rows", rf.into(SumSink.rows()), variants);
        long inside = rf.into(SumSink.within(0, fixture.counted()));
        Gate.equal("variants in range", counting.count().longValueExact(), inside);
    }

    @Benchmark
    public long rfColumn(Work work) {
        work.variants += variants;
        return rf.into(SumSink.rows());
    }

    @Benchmark
    public long countInRange(Work work) {
        work.variants += variants;
        return counting.count().longValueExact();
    }
}
