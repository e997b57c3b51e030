package dev.rfsweep.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Several benchmarks in one go, on the JDK that runs this, as {@code [--quick] [--json FILE]} asks for them. */
final class BenchmarkRun {

    private BenchmarkRun() {}

    /** Runs {@code benchmarks} for program {@code name}; ends it with code 2 when {@code args} are none of these. */
    static Collection<RunResult> of(String name, String[] args, List<Class<?>> benchmarks) throws RunnerException {
        List<String> options = Arrays.asList(args);
        boolean quick = options.contains("--quick");
        int json = options.indexOf("--json");
        int expected = (quick ? 1 : 0) + (json >= 0 ? 2 : 0);
        if (options.size() != expected) {
            System.err.println("usage: " + name + " [--quick] [--json FILE]");
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
        benchmarks.forEach(benchmark -> builder.include(benchmark.getName()));
        if (json >= 0) {
            builder.resultFormat(ResultFormatType.JSON).result(options.get(json + 1));
        }
        return new Runner(builder.build()).run();
    }
}
