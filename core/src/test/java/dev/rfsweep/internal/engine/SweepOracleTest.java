package dev.rfsweep.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.oracle.Answer;
import dev.rfsweep.internal.oracle.Measured;
import dev.rfsweep.internal.oracle.Oracle;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.FigureKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant of random spaces against the oracle. A seed in a test's name draws that space again. */
@Tag("slow")
class SweepOracleTest {

    private static final int MOST_VARIANTS = 1000;

    /** A block a variant, many small blocks, and one block: what the cursor meets between them differs. */
    private static final int[] TABLE_ROWS = {1, 16, Compiled.TABLE_ROWS};

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyVariantOfARandomSpaceAgrees(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Space space = RandomSpaces.legal(random, MOST_VARIANTS);
        List<Column> columns = space.schema().columns();
        List<Row> expected = oracle(space, columns);
        Sweep all = Sweep.over(space).columns(columns);
        for (int tableRows : TABLE_ROWS) {
            assertThat(all.tableRows(tableRows).into(Collect.rows())).isEqualTo(expected);
        }
        assertThat(all.count()).isEqualTo(BigInteger.valueOf(expected.size()));
        for (int round = 0; round < 4 && !expected.isEmpty(); round++) {
            assertFilteredAgrees(random, space, columns, expected);
        }
    }

    @Test
    void randomSpacesHoldWhateverCanBeWrittenAndInvalidVariants() {
        Map<String, Integer> often = new TreeMap<>();
        int invalid = 0;
        for (long seed : seeds().toArray()) {
            Space space = RandomSpaces.legal(new SplittableRandom(seed), MOST_VARIANTS);
            SpaceFeatures.of(space).forEach(feature -> often.merge(feature, 1, Integer::sum));
            invalid += Sweep.over(space).count().equals(space.variants()) ? 0 : 1;
        }
        assertThat(invalid).isGreaterThan(30);
        assertThat(often.keySet()).isEqualTo(SpaceFeatures.all());
        assertThat(often).allSatisfy((feature, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
    }

    private static void assertFilteredAgrees(
            SplittableRandom random, Space space, List<Column> columns, List<Row> rows) {
        List<Condition> conditions = new ArrayList<>();
        List<Row> expected = rows;
        for (int filter = 1 + random.nextInt(3); filter > 0; filter--) {
            int column = random.nextInt(columns.size());
            Ranges values = RandomSpaces.values(random, rows, column);
            conditions.add(new Condition(columns.get(column), values));
            expected = expected.stream()
                    .filter(row -> values.contains(FigureKey.of(row.values().get(column))))
                    .toList();
        }
        long variants = space.variants().longValueExact();
        long cut = random.nextLong(variants + 1);
        Sweep sweep = Sweep.over(space)
                .columns(columns)
                .where(conditions)
                .threads(1 + random.nextInt(3))
                .tableRows(TABLE_ROWS[random.nextInt(TABLE_ROWS.length)]);
        for (boolean exhaustive : new boolean[] {false, true}) {
            Sweep asked = sweep.exhaustive(exhaustive);
            assertThat(asked.into(Collect.rows())).isEqualTo(expected);
            assertThat(asked.count()).isEqualTo(BigInteger.valueOf(expected.size()));
            Sweep left = asked.ids(BigInteger.ZERO, BigInteger.valueOf(cut));
            Sweep right = asked.ids(BigInteger.valueOf(cut), space.variants());
            assertThat(left.count().add(right.count())).isEqualTo(BigInteger.valueOf(expected.size()));
            List<Row> both = new ArrayList<>(left.into(Collect.rows()));
            both.addAll(right.into(Collect.rows()));
            assertThat(both).isEqualTo(expected);
        }
    }

    private static List<Row> oracle(Space space, List<Column> columns) {
        List<Row> rows = new ArrayList<>();
        for (long id = 0; id < space.variants().longValueExact(); id++) {
            BigInteger rank = BigInteger.valueOf(id);
            Answer answer = Oracle.of(sized(space.network(space.automaton().unrank(rank))));
            if (answer.valid()) {
                rows.add(new Row(
                        rank,
                        columns.stream()
                                .map(column -> new Figure(column.metric(), Measured.key(answer, column)))
                                .toList()));
            }
        }
        return rows;
    }

    /** A space without a size has no column that depends on it, but the oracle wants one to resolve SAME_UPPER. */
    private static Network sized(Network network) {
        return network.size().isEmpty()
                ? new Network(
                        network.rank(),
                        Collections.nCopies(network.rank(), 1 << 20),
                        network.channels(),
                        network.trunk())
                : network;
    }
}
