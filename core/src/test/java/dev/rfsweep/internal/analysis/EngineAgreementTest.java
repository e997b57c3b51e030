package dev.rfsweep.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.engine.RandomSpaces;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Nets;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text networks by two roads: the engine's columns, and the graph of the same variant. */
class EngineAgreementTest {

    private static final int STRETCHES = 8;
    private static final int STRETCH = 250;

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"ofa-mbv3.yaml, 1", "nas-bench-macro.yaml, 2", "vgg-grid.yaml, 3", "tcn.yaml, 4"})
    void variantsOfTheExamplesAgree(String file, long seed) throws IOException {
        Space space = SpecParser.file(Path.of("..", "examples", file)).space();
        SplittableRandom random = new SplittableRandom(seed);
        if (space.variants().compareTo(BigInteger.valueOf((long) STRETCHES * STRETCH)) <= 0) {
            assertAgrees(space, BigInteger.ZERO, space.variants());
            return;
        }
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            BigInteger room = space.variants().subtract(BigInteger.valueOf(STRETCH));
            BigInteger from = new BigInteger(64, new java.util.Random(random.nextLong())).mod(room);
            assertAgrees(space, from, from.add(BigInteger.valueOf(STRETCH)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void variantsOfRandomSpacesAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 25; round++) {
            Space space = RandomSpaces.legal(random, 300);
            if (!space.input().size().isEmpty()) {
                assertAgrees(space, BigInteger.ZERO, space.variants());
            }
        }
    }

    /** A variant that the engine calls invalid has no graph. */
    private static void assertAgrees(Space space, BigInteger from, BigInteger to) {
        List<Column> columns = space.schema().columns().stream()
                .filter(column -> column.metric().perAxis())
                .toList();
        Map<BigInteger, Row> rows = new HashMap<>();
        Sweep.over(space)
                .columns(columns)
                .ids(from, to)
                .threads(1)
                .into(Collect.rows())
                .forEach(row -> rows.put(row.id(), row));
        for (BigInteger id = from; id.compareTo(to) < 0; id = id.add(BigInteger.ONE)) {
            Network network = map(space.network(space.automaton().unrank(id)));
            Row row = rows.get(id);
            if (row == null) {
                assertThatThrownBy(() -> NetworkGraph.of(network)).isInstanceOf(GraphException.class);
            } else {
                assertAgrees(network, columns, row);
            }
        }
    }

    /** The network up to its last map. */
    private static Network map(Network network) {
        List<Fragment> map = network.trunk().stream()
                .takeWhile(fragment -> !fragment.equals(Nets.globalPool())
                        && fragment.shape(network.input()).rank() > 0)
                .toList();
        return new Network(network.rank(), network.size(), network.channels(), map);
    }

    private static void assertAgrees(Network network, List<Column> columns, Row row) {
        Graph graph = NetworkGraph.of(network);
        Analysis analysis = Analysis.of(graph, Gates.IGNORE);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            for (int axis = 0; axis < network.rank(); axis++) {
                if (column.axis() == Column.SHARED || column.axis() == axis) {
                    assertAgrees(
                            analysis,
                            axis,
                            column.metric(),
                            FigureKey.of(row.values().get(i)),
                            network);
                }
            }
        }
    }

    private static void assertAgrees(Analysis analysis, int axis, Metric metric, long value, Network network) {
        Tensor last = analysis.graph().last();
        AxisView view = analysis.view(last, axis);
        if (metric == Metric.ERF) {
            assertThat(view.erf()).isCloseTo(metric.value(value).doubleValue(), within(1e-12 * (1 + view.erf())));
            return;
        }
        long found =
                switch (metric.label()) {
                    case "rf" -> view.rf();
                    case "stride" -> view.stride();
                    case "pad" -> -view.start();
                    case "lookahead" -> Math.max(view.start() + view.rf() - 1, 0);
                    case "out" -> last.shape().units(axis);
                    default -> throw new IllegalArgumentException(metric.label());
                };
        assertThat(found).as("%s of axis %d of %s", metric, axis, network).isEqualTo(value);
    }
}
