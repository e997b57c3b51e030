package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Histogram;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * How long does an answer without enumeration take, from the space to the result?
 *
 * <p>Every call compiles its question anew; only reading the text of the space is left out. The score is the time of an
 * answer and there are no other counters: variants per second would praise the size of the space, which such an answer
 * does not depend on. {@code gridHistogram} has its baselines beside it: {@code gridSwept} evaluates every variant on
 * one thread, {@code gridDict} is what one would write with a map.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar QueryBenchmark
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
public class QueryBenchmark {

    private static final int BEST = 20;
    private static final long TARGET = 384;

    private Space grid;
    private DictGrid dict;
    private Space wide;
    private List<Condition> wideConditions;
    private Space ofa;
    private List<Condition> ofaTopConditions;
    private List<Condition> ofaFrontConditions;
    private List<Objective> ofaObjectives;

    /** Reads the spaces, and refuses to time wrong answers. */
    @Setup
    public void check() {
        grid = SpecParser.line("6*cn_k3,5,7_s1,2_dil1,2").space();
        dict = DictGrid.all(6);
        wide = SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();
        wideConditions = where(wide, "rf=200..240", "stride=16");
        ofa = Fixture.onceForAll();
        ofaTopConditions = where(ofa, "rf=224..448");
        ofaFrontConditions = where(ofa, "params=..6M");
        ofaObjectives =
                List.of(new Objective.Least(column(ofa, "macs")), new Objective.Nearest(column(ofa, "rf"), TARGET));
        Gate.same("variants in range", wideCount(), new BigInteger("173297250079136711902535"));
        checkGrid();
        checkOfaHistogram();
        new QueryGate(ofa, ofaTopConditions).best(ofaTop(), column(ofa, "macs"));
        new QueryGate(ofa, ofaFrontConditions).front(ofaFront(), column(ofa, "macs"), column(ofa, "rf"), TARGET);
    }

    private void checkGrid() {
        SortedMap<Long, Long> expected = gridDict();
        Gate.equal("values of the dict", expected.size(), 372);
        Gate.same("histogram by sweep", QueryGate.longs(gridSwept()), expected);
        Gate.same("histogram", QueryGate.longs(gridHistogram()), expected);
    }

    private void checkOfaHistogram() {
        SortedMap<Figure, BigInteger> histogram = ofaHistogram();
        Gate.equal("values", histogram.size(), 351);
        Gate.equal("least rf", histogram.firstKey().longValue(), 251);
        Gate.equal("greatest rf", histogram.lastKey().longValue(), 1651);
        Gate.same("variants", QueryGate.sum(histogram), new BigInteger("21758655492572485851"));
        Gate.same(
                "rf to 448",
                QueryGate.sum(histogram.headMap(new Figure(histogram.firstKey().metric(), 449))),
                new BigInteger("10958791421655"));
    }

    @Benchmark
    public SortedMap<Figure, BigInteger> gridHistogram() {
        return Answers.over(grid, List.of()).histogram(column(grid, "rf"));
    }

    @Benchmark
    public SortedMap<Figure, Long> gridSwept() {
        return Sweep.over(grid).columns(List.of(column(grid, "rf"))).threads(1).into(Histogram.of(0));
    }

    @Benchmark
    public SortedMap<Long, Long> gridDict() {
        return dict.histogram(1);
    }

    @Benchmark
    public BigInteger wideCount() {
        return Answers.over(wide, wideConditions).count();
    }

    @Benchmark
    public SortedMap<Figure, BigInteger> ofaHistogram() {
        return Answers.over(ofa, List.of()).histogram(column(ofa, "rf"));
    }

    @Benchmark
    public List<Row> ofaTop() {
        return Answers.over(ofa, ofaTopConditions).top(ofa.schema().columns(), column(ofa, "macs"), false, BEST);
    }

    @Benchmark
    public List<FrontRow> ofaFront() {
        return Answers.over(ofa, ofaFrontConditions).pareto(ofa.schema().columns(), ofaObjectives);
    }

    private static Column column(Space space, String label) {
        return space.schema().column(label).orElseThrow();
    }

    private static List<Condition> where(Space space, String... conditions) {
        return Stream.of(conditions)
                .flatMap(text -> Conditions.parse("where", text, space.schema()).stream())
                .toList();
    }
}
