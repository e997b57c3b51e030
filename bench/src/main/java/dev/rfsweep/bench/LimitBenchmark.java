package dev.rfsweep.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast could the memory system take the rf column of the grid, if its values came for free?
 *
 * <p>Blocks are as long as a suffix table of the engine on that grid, and as many as it takes to cover all variants.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar LimitBenchmark
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
public class LimitBenchmark {

    private static final int BLOCK = 12 * 12 * 12;
    private static final int BLOCKS = 12 * 12 * 12;

    private final int[] source = new int[BLOCK];
    private final int[] block = new int[BLOCK];

    @Benchmark
    public int[] fill(Work work) {
        work.variants += (long) BLOCK * BLOCKS;
        for (int prefix = 0; prefix < BLOCKS; prefix++) {
            Arrays.fill(block, prefix);
        }
        return block;
    }

    @Benchmark
    public int[] copy(Work work) {
        work.variants += (long) BLOCK * BLOCKS;
        for (int prefix = 0; prefix < BLOCKS; prefix++) {
            source[0] = prefix;
            System.arraycopy(source, 0, block, 0, BLOCK);
        }
        return block;
    }
}
