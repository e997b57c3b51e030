package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.Sweep;
import java.util.List;
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
 * How many variants does one thread sweep in a second, by what is asked of them?
 *
 * <p>Read the {@code variants} column, not the score: it is variants per second, whatever the size of the space.
 * Compare it with {@link LimitBenchmark} and {@link NaiveBenchmark} of the same run. The heap is fixed, so that the
 * collector does not resize it while the clock runs.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar SweepBenchmark -prof gc
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
public class SweepBenchmark {

    /** Which {@link Fixture}. */
    @Param({"grid", "ofa"})
    String space;

    private long variants;
    private Sweep rf;
    private Sweep all;
    private Sweep counting;
    private Sweep selecting;

    /** Compiles the questions, which also makes their tables, and refuses to time wrong answers. */
    @Setup
    public void compile() {
        Fixture fixture = Fixture.named(space);
        variants = fixture.variants();
        rf = fixture.sweep().columns(fixture.columns("rf"));
        all = fixture.sweep().columns(fixture.columns("rf", "stride", "out", "params", "macs"));
        counting = fixture.sweep().where(fixture.counting()).exhaustive(true);
        selecting = fixture.sweep().where(fixture.selecting());
        Gate.agreesWithOracle(fixture, fixture.columns("rf", "stride", "out", "params", "macs"));
        Gate.equal("rows", rf.into(SumSink.rows()), variants);
        Gate.equal("rows of all columns", all.into(SumSink.rows()), variants);
        long inside = rf.into(SumSink.within(0, fixture.counted()));
        Gate.equal("variants in range", counting.count().longValueExact(), inside);
        if (space.equals("grid")) {
            NaiveGrid naive = new NaiveGrid();
            Gate.equal("variants", variants, naive.variants());
            Gate.equal(
                    "naive count in range",
                    inside,
                    naive.count(fixture.counted().low(), fixture.counted().high()));
        }
        gateSelection(fixture);
    }

    private void gateSelection(Fixture fixture) {
        Sweep columns = fixture.sweep()
                .columns(fixture.columns("params"))
                .where(List.of(fixture.selecting().get(0)));
        long matches = columns.into(SumSink.within(0, fixture.selectedParams()));
        Gate.equal("selected variants", selecting.into(SumSink.rows()), matches);
        Gate.equal("percent selected", Math.round(100.0 * matches / variants), 1);
    }

    @Benchmark
    public long rfColumn(Work work) {
        work.variants += variants;
        return rf.into(SumSink.rows());
    }

    @Benchmark
    public long allColumns(Work work) {
        work.variants += variants;
        return all.into(SumSink.rows());
    }

    @Benchmark
    public long countInRange(Work work) {
        work.variants += variants;
        return counting.count().longValueExact();
    }

    @Benchmark
    public long selectInRange(Work work) {
        work.variants += variants;
        return selecting.into(SumSink.ids());
    }
}
