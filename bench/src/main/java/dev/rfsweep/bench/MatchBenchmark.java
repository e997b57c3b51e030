package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
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
 * How fast does one thread find the one variant in a million that matches?
 *
 * <p>The sinks read the id and the rf of every match. Read the {@code variants} column of {@code guided} and
 * {@code pruned}: it is matches per second. {@code guided} compiles anew each time and looks at all 1.4 G matches;
 * {@code pruned}, the sweep that skips what bounds rule out, looks for the first million of them.
 * {@code first} is the time from the question to the first row.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar MatchBenchmark
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
public class MatchBenchmark {

    /** 1.28e15 variants. */
    private final Space space = SpecParser.line("14*cn_k3,5,7_s1,2_dil1,2").space();

    private final Column rf = space.schema().column("rf").orElseThrow();
    private final Column stride = space.schema().column("stride").orElseThrow();

    /** 1.1 matches in a million variants. */
    private final List<Condition> conditions =
            List.of(new Condition(rf, new Range(61, 63)), new Condition(stride, new Range(4, 4)));

    /** Before it lie so many matches. */
    private BigInteger some;

    private long matches;

    /** Count, and sums of the ids and of the fields. */
    private static final class Sums implements Sink<long[], long[]>, RowEncoder<long[]> {
        @Override
        public long[] newShard() {
            return new long[3];
        }

        @Override
        public void accept(long[] shard, Batch batch) {
            encode(batch, 0, batch.count(), shard);
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            for (int sum = 0; sum < left.length; sum++) {
                left[sum] += right[sum];
            }
            return left;
        }

        @Override
        public long[] finish(long[] shard) {
            return shard;
        }

        @Override
        public long[] newChunk() {
            return new long[3];
        }

        @Override
        public void encode(Batch batch, int from, int to, long[] chunk) {
            long ids = 0;
            long fields = 0;
            for (int row = from; row < to; row++) {
                ids += batch.offset(row);
                fields += batch.key(0, row);
            }
            chunk[0] += to - from;
            chunk[1] += ids;
            chunk[2] += fields;
        }

        @Override
        public void clear(long[] chunk) {
            Arrays.fill(chunk, 0);
        }
    }

    /** Refuses to time matches that are not those of the sweep, or too few or many of them. */
    @Setup
    public void check() throws IOException {
        some = query().page(List.of(), BigInteger.valueOf(1_000_000), 1).get(0).id();
        long[] guided = query().sweeping(pruned()).into(List.of(rf), new Sums());
        long[] swept = pruned().columns(List.of(rf)).into(new Sums());
        for (int sum = 0; sum < swept.length; sum++) {
            Gate.equal("sum " + sum, guided[sum], swept[sum]);
        }
        Gate.equal("matches before the first that is left out", guided[0], 1_000_000);
        matches = query().count().longValueExact();
        Gate.equal(
                "matches in ten million variants",
                BigInteger.valueOf(matches)
                        .multiply(BigInteger.valueOf(10_000_000))
                        .divide(space.variants())
                        .longValueExact(),
                11);
        Gate.equal(
                "the first id",
                first(),
                query().page(List.of(), BigInteger.ZERO, 1).get(0).id().longValueExact());
    }

    @Benchmark
    public long[] guided(Work work) {
        work.variants += matches;
        return query().into(List.of(rf), new Sums());
    }

    @Benchmark
    public long[] pruned(Work work) {
        work.variants += 1_000_000;
        return pruned().columns(List.of(rf)).into(new Sums());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public long first() throws IOException {
        long[] id = new long[1];
        query().stream(List.of(rf), new Sums(), BigInteger.ZERO, 1, chunk -> id[0] = chunk[1]);
        return id[0];
    }

    private Answers query() {
        return Answers.over(space, conditions)
                .sweeping(Sweep.over(space).where(conditions).threads(1));
    }

    private Sweep pruned() {
        return Sweep.over(space).where(conditions).threads(1).ids(BigInteger.ZERO, some);
    }
}
