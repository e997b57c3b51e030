package dev.rfsweep.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast is what one would write without the engine: decode every variant of the grid from its id?
 *
 * <p>{@code decode} works out the rf, {@code decodeAll} the columns of {@code allColumns} in {@link SweepBenchmark}.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar NaiveBenchmark
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
public class NaiveBenchmark {

    private final NaiveGrid grid = new NaiveGrid();

    /** Refuses to time a decoder that disagrees with the oracle. */
    @Setup
    public void check() {
        Gate.agreesWithOracle(grid);
    }

    @Benchmark
    public long decode(Work work) {
        int variants = grid.variants();
        work.variants += variants;
        long sum = 0;
        for (int id = 0; id < variants; id++) {
            sum += grid.rf(id);
        }
        return sum;
    }

    @Benchmark
    public long decodeAll(Work work) {
        int variants = grid.variants();
        work.variants += variants;
        long sum = 0;
        for (int id = 0; id < variants; id++) {
            grid.decode(id);
            sum += grid.rf + grid.totalStride + grid.out + grid.params + grid.macs;
        }
        return sum;
    }
}
