package dev.rfsweep.bench;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

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
        List<String> options = Arrays.asList(args);
        boolean quick = options.contains("--quick");
        int json = options.indexOf("--json");
        int expected = (quick ? 1 : 0) + (json >= 0 ? 2 : 0);
        if (options.size() != expected) {
            System.err.println("usage: Ratios [--quick] [--json FILE]");
            System.exit(2);
        }
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 2 : 5)
                .measurementIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1));
        BENCHMARKS.forEach(benchmark -> builder.include(benchmark.getName()));
        if (json >= 0) {
            builder.resultFormat(ResultFormatType.JSON).result(options.get(json + 1));
        }
        System.out.print(RatioTable.of(new Runner(builder.build()).run()));
    }
}
