package dev.rfsweep.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Metric;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams against collected rows: order, paging and stopping, on one thread and on several. */
class RowStreamTest {

    private static final Column RF = new Column(Metric.RF, Column.SHARED);
    private static final List<Condition> RARE = List.of(new Condition(RF, new Range(330, 340)));
    private static final List<Condition> DENSE = List.of(new Condition(RF, new Range(20, 200)));

    private final Space grid = SpecParser.line("5*cn_k3,5,7_s1,2_dil1,2").space();

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of(RARE, 0, Long.MAX_VALUE),
                Arguments.of(RARE, 5, 3),
                Arguments.of(RARE, 1_000_000_000, 3),
                Arguments.of(DENSE, 0, 0),
                Arguments.of(DENSE, 0, 1),
                Arguments.of(DENSE, 12_345, 100_000),
                Arguments.of(DENSE, 200_000, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsThatPartOfAllMatches(List<Condition> conditions, long offset, long limit) throws IOException {
        Sweep sweep = Sweep.over(grid).columns(List.of(RF)).where(conditions);
        List<Row> all = sweep.into(Collect.rows());
        int first = (int) Math.min(offset, all.size());
        int last = (int) Math.min(first + Math.min(limit, all.size()), all.size());
        for (int threads = 1; threads <= 3; threads++) {
            List<Row> page = new ArrayList<>();
            Outcome outcome = sweep.threads(threads).stream(new RowList(), offset, limit, page::addAll);
            assertThat(page).isEqualTo(all.subList(first, last));
            assertThat(outcome.rows()).isEqualTo(last - first);
            assertThat(outcome.complete()).isTrue();
        }
    }

    @Test
    void aStoppedStreamSaysWhereToGoOn() throws IOException {
        Sweep sweep = Sweep.over(grid).columns(List.of(RF)).where(DENSE);
        List<Row> rows = new ArrayList<>();
        Monitor impatient = new Monitor() {
            @Override
            public boolean stopped() {
                return rows.size() > 50_000;
            }
        };
        Outcome stopped = sweep.monitor(impatient).stream(new RowList(), 0, Long.MAX_VALUE, rows::addAll);
        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.next()).isLessThan(grid.variants());
        sweep.ids(stopped.next(), grid.variants()).stream(new RowList(), 0, Long.MAX_VALUE, rows::addAll);
        assertThat(rows).isEqualTo(sweep.into(Collect.rows()));
    }

    @Test
    void idsBeyond63BitsAreExactAndTheFirstRowsComeAtOnce() throws IOException {
        Space huge = SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();
        BigInteger from = huge.variants().subtract(BigInteger.valueOf(5000));
        List<Row> rows = new ArrayList<>();
        Sweep.over(huge).columns(List.of(RF)).ids(from, huge.variants()).stream(
                new RowList(), 10, Long.MAX_VALUE, rows::addAll);
        assertThat(rows).hasSize(4990);
        assertThat(rows.get(0).id()).isEqualTo(from.add(BigInteger.TEN));
        assertThat(rows.get(4989).values()).containsExactly(new Figure(Metric.RF, 1 + 6 * 4 * ((1L << 20) - 1)));
        rows.clear();
        Sweep.over(huge).columns(List.of(RF)).stream(new RowList(), 0, 3, rows::addAll);
        assertThat(rows).extracting(Row::id).containsExactly(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO);
    }
}
