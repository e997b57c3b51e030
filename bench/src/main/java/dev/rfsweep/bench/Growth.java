package dev.rfsweep.bench;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link GrowthBenchmark} and prints the time of each answer beside the size of the space.
 *
 * <pre>{@code
 * java -cp bench/target/benchmarks.jar dev.rfsweep.bench.Growth [--quick] [--json FILE]
 * }</pre>
 */
public final class Growth {

    private Growth() {}

    public static void main(String[] args) throws RunnerException {
        System.out.print(GrowthTable.of(BenchmarkRun.of("Growth", args, List.of(GrowthBenchmark.class))));
    }
}
