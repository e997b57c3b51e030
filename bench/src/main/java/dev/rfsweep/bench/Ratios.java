package dev.rfsweep.bench;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs what the published table needs in one go, on the JDK that runs this, and prints the table.
 *
 * <pre>{@code
 * java -cp bench/target/benchmarks.jar dev.rfsweep.bench.Ratios [--quick] [--json FILE]
 * }</pre>
 *
 * <p>{@code --quick} takes about two minutes and is good for an order of magnitude; {@code --json} keeps what JMH
 * measured.
 */
public final class Ratios {

    private static final List<Class<?>> BENCHMARKS =
            List.of(LimitBenchmark.class, NaiveBenchmark.class, SweepBenchmark.class, ScalingBenchmark.class);

    private Ratios() {}

    public static void main(String[] args) throws RunnerException {
        System.out.print(RatioTable.of(BenchmarkRun.of("Ratios", args, BENCHMARKS)));
    }
}
