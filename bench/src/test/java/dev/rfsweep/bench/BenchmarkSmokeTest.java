package dev.rfsweep.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every benchmark once, in process, with its set-up and so with its checks. */
@Tag("slow")
class BenchmarkSmokeTest {

    private static final long GRID = 2_985_984;

    private final Work work = new Work();

    @ParameterizedTest
    @CsvSource({"grid, 2985984", "ofa, 3000000"})
    void sweepsAnswerForEveryVariant(String space, long variants) {
        SweepBenchmark benchmark = new SweepBenchmark();
        benchmark.space = space;
        benchmark.compile();
        assertThat(benchmark.rfColumn(work)).isEqualTo(variants);
        assertThat(benchmark.allColumns(work)).isEqualTo(variants);
        assertThat(benchmark.countInRange(work)).isBetween(variants / 4, variants / 2);
        assertThat(benchmark.selectInRange(work)).isPositive();
        assertThat(work.variants).isEqualTo(4 * variants);
    }

    @Test
    void limitsCoverTheGrid() {
        LimitBenchmark benchmark = new LimitBenchmark();
        assertThat(benchmark.fill(work)).containsOnly(1727);
        assertThat(benchmark.copy(work)).startsWith(1727, 0);
        assertThat(work.variants).isEqualTo(2 * GRID);
    }

    @Test
    void theNaiveDecoderKnowsTheSumOfAllFields() {
        NaiveBenchmark benchmark = new NaiveBenchmark();
        benchmark.check();
        Fixture grid = Fixture.named("grid");
        long sum = grid.sweep().columns(grid.columns("rf")).into(SumSink.sum(0));
        assertThat(benchmark.decode(work)).isEqualTo(sum);
        assertThat(benchmark.decodeAll(work)).isGreaterThan(sum);
        assertThat(work.variants).isEqualTo(2 * GRID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "max"})
    void anyNumberOfThreadsAnswersTheSame(String threads) {
        ScalingBenchmark benchmark = new ScalingBenchmark();
        benchmark.threads = threads;
        benchmark.layers = 6;
        benchmark.compile();
        assertThat(benchmark.rfColumn(work)).isEqualTo(GRID);
        assertThat(benchmark.countInRange(work)).isEqualTo(1_088_436);
    }

    @Test
    void everyMatchIsFound() throws IOException {
        MatchBenchmark benchmark = new MatchBenchmark();
        benchmark.check();
        assertThat(benchmark.pruned(work)[0]).isEqualTo(1_000_000);
        assertThat(benchmark.guided(work)[0]).isEqualTo(1_424_045_953);
        assertThat(work.variants).isEqualTo(1_425_045_953);
        assertThat(benchmark.first()).isPositive();
    }

    @Test
    void sinksWriteEveryRow() throws IOException {
        SinkBenchmark benchmark = new SinkBenchmark();
        benchmark.compile();
        OutputCounters written = new OutputCounters();
        benchmark.csv(written);
        long csv = written.bytes;
        benchmark.jsonl(written);
        assertThat(written.rows).isEqualTo(2 * GRID);
        assertThat(written.bytes - csv).isGreaterThan(csv);
    }

    @Test
    void queriesAnswerAlike() {
        QueryBenchmark benchmark = new QueryBenchmark();
        benchmark.check();
        assertThat(benchmark.gridHistogram()).hasSize(372);
        assertThat(QueryGate.longs(benchmark.gridSwept())).isEqualTo(benchmark.gridDict());
        assertThat(benchmark.wideCount()).isGreaterThan(BigInteger.TEN.pow(23));
        assertThat(benchmark.ofaHistogram()).hasSize(351);
        assertThat(benchmark.ofaTop()).hasSize(20);
        assertThat(benchmark.ofaFront()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 9, 12, 20, 40})
    void longerGridsHaveMoreStates(int layers) {
        GrowthBenchmark benchmark = new GrowthBenchmark();
        benchmark.layers = layers;
        benchmark.check();
        assertThat(benchmark.count()).isPositive();
        assertThat(benchmark.histogram()).hasSizeGreaterThan(20 * layers);
        assertThat(benchmark.top()).hasSize(20);
    }

    @Test
    void everyLayerOfAChainIsAnalysed() {
        AnalyzeBenchmark benchmark = new AnalyzeBenchmark();
        benchmark.layers = 1000;
        benchmark.draw();
        assertThat(benchmark.build().graph().tensors()).hasSize(1001);
        assertThat(benchmark.buildAndRead()).isGreaterThan(benchmark.bareLoop());
    }

    @ParameterizedTest
    @CsvSource({"densenet201, 708", "efficientnet_b7, 813"})
    void onnxFilesAreReadToTheLastLayer(String model, int tensors) {
        OnnxBenchmark benchmark = new OnnxBenchmark();
        benchmark.model = model;
        benchmark.write();
        assertThat(benchmark.read().graph().tensors()).hasSize(tensors);
        assertThat(benchmark.analyze().graph().tensors()).hasSize(tensors);
    }

    @Test
    void aWrongAnswerIsRefused() {
        assertThatThrownBy(() -> Gate.equal("variants in range", 1_088_435, 1_088_436))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("variants in range: found 1088435 instead of 1088436");
    }

    @Test
    void aDecoderThatDisagreesWithTheOracleIsRefused() {
        NaiveGrid wrong = new NaiveGrid() {
            @Override
            int rf(int id) {
                return super.rf(id) + 1;
            }
        };
        assertThatThrownBy(() -> Gate.agreesWithOracle(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("rf of variant ");
    }
}
