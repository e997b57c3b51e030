package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
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
 * How does the time of an answer grow with the size of the space: with its variants or with its states?
 *
 * <p>One question of each kind about ever longer grids, compiled anew by every call. {@link Growth} prints the times
 * beside the numbers of variants and of states.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar GrowthBenchmark
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
public class GrowthBenchmark {

    private static final int STRIDE = 8;
    private static final long LEAST_RF = 100;
    private static final long MOST_RF = 200;
    private static final long TARGET = 150;
    private static final int BEST = 20;

    /** Layers that brute force can still check. */
    private static final int FEW_LAYERS = 6;

    /** Layers of the grid. */
    @Param({"6", "9", "12", "20", "40"})
    int layers;

    private Space space;
    private List<Condition> rfBetween;
    private List<Condition> strideIs;
    private Column rf;
    private List<Column> columns;

    /** The grid of {@link Fixture} without an input, so that no metric overflows, however many layers there are. */
    static Space grid(int layers) {
        return SpecParser.line(layers + "*cn_k3,5,7_s1,2_dil1,2").space();
    }

    /** What {@link #count} counts, by maps. */
    static DictGrid dictOfCount(int layers) {
        return new DictGrid(layers, MOST_RF, Integer.MAX_VALUE);
    }

    /** What {@link #histogram} and {@link #top} look at, by maps. */
    static DictGrid dictOfStride(int layers) {
        return new DictGrid(layers, Integer.MAX_VALUE, STRIDE);
    }

    /** Reads the space, and refuses to time wrong answers; numbers of variants are compared modulo 2^64. */
    @Setup
    public void check() {
        space = grid(layers);
        rf = space.schema().column("rf").orElseThrow();
        columns = Conditions.columns("rf,stride", space.schema());
        rfBetween = Conditions.parse("where", "rf=" + LEAST_RF + ".." + MOST_RF, space.schema());
        strideIs = Conditions.parse("where", "stride=" + STRIDE, space.schema());
        SortedMap<Long, Long> fields = dictOfStride(layers).histogram(STRIDE);
        long inside = dictOfCount(layers).histogram(1).tailMap(LEAST_RF).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Gate.equal("variants in range", count().longValue(), inside);
        SortedMap<Figure, BigInteger> histogram = histogram();
        Gate.same(
                "values",
                histogram.keySet().stream().map(Figure::longValue).toList(),
                new ArrayList<>(fields.keySet()));
        histogram.forEach((value, count) ->
                Gate.equal("variants of rf " + value, count.longValue(), fields.get(value.longValue())));
        checkTop(histogram);
    }

    private void checkTop(SortedMap<Figure, BigInteger> histogram) {
        List<Row> rows = top();
        rows.forEach(row -> Gate.agreesWithOracle(space, columns, row));
        List<Long> distances = new ArrayList<>();
        histogram.forEach((value, count) -> {
            int copies = count.min(BigInteger.valueOf(BEST)).intValueExact();
            distances.addAll(Collections.nCopies(copies, Math.abs(value.longValue() - TARGET)));
        });
        Collections.sort(distances);
        Gate.same("distances", rows.stream().map(this::distance).toList(), distances.subList(0, BEST));
        if (layers <= FEW_LAYERS) {
            Answers swept = Answers.over(space, strideIs).withoutAlgebra();
            Gate.same("rows by sweep", swept.nearest(columns, rf, TARGET, BEST), rows);
        }
    }

    private long distance(Row row) {
        return Math.abs(row.values().get(0).longValue() - TARGET);
    }

    @Benchmark
    public BigInteger count() {
        return Answers.over(space, rfBetween).count();
    }

    @Benchmark
    public SortedMap<Figure, BigInteger> histogram() {
        return Answers.over(space, strideIs).histogram(rf);
    }

    @Benchmark
    public List<Row> top() {
        return Answers.over(space, strideIs).nearest(columns, rf, TARGET, BEST);
    }
}
