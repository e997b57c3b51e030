package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.RowList;
import dev.rfsweep.internal.engine.SmallTables;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Metric;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Going from match to match against looking at every variant. A seed in a test's name draws that question again. */
@Tag("slow")
class MatchEnumerationTest {

    private static final Column RF = new Column(Metric.RF, Column.SHARED);
    private static final Column STRIDE = new Column(Metric.STRIDE, Column.SHARED);
    private static final List<Condition> FEW = List.of(new Condition(RF, new Range(1, 5)));

    private static final int[] TABLE_ROWS = {1, 16, 4096};

    /** 3^45 variants, whose ids need more than 63 bits; 1081 of them have an rf of 5 at most. */
    private final Space wide = SpecParser.line("45*cn_k1,3,5").space();

    private final Space huge = SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();

    static LongStream seeds() {
        return LongStream.range(7000, 7600);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsAreThoseOfTheExhaustiveSweep(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        BigInteger[] ids = range(random, question.space());
        List<Row> expected = question.matches().stream()
                .filter(row -> row.id().compareTo(ids[0]) >= 0 && row.id().compareTo(ids[1]) < 0)
                .toList();
        Sweep sweep = Sweep.over(question.space())
                .where(question.conditions())
                .ids(ids[0], ids[1])
                .threads(1 + random.nextInt(3));
        Answers query = question.query().sweeping(SmallTables.of(sweep, TABLE_ROWS[random.nextInt(3)]));
        assertThat(query.into(question.columns(), Collect.rows())).isEqualTo(expected);
        int offset = random.nextInt(expected.size() + 2);
        int limit = random.nextInt(expected.size() + 2);
        List<Row> page = new ArrayList<>();
        Outcome outcome =
                query.stream(question.columns(), new RowList(), BigInteger.valueOf(offset), limit, page::addAll);
        assertThat(page).isEqualTo(expected.stream().skip(offset).limit(limit).toList());
        assertThat(outcome.rows()).isEqualTo(page.size());
        assertThat(outcome.complete()).isTrue();
    }

    @ParameterizedTest(name = "tables of {0} rows")
    @ValueSource(ints = {1, 16, 4096})
    void idsBeyond63BitsAreExact(int tableRows) throws IOException {
        List<Row> rows = new ArrayList<>();
        Sweep.over(wide).columns(List.of(RF)).where(FEW).stream(new RowList(), 0, Long.MAX_VALUE, rows::addAll);
        assertThat(rows).hasSize(1081);
        for (int threads = 1; threads <= 3; threads++) {
            Sweep sweep = Sweep.over(wide).where(FEW).threads(threads);
            Answers query = Answers.over(wide, FEW).sweeping(SmallTables.of(sweep, tableRows));
            assertThat(query.into(List.of(RF), Collect.rows())).isEqualTo(rows);
        }
    }

    @Test
    void aStoppedStreamSaysWhereToGoOn() throws IOException {
        List<Row> rows = new ArrayList<>();
        Monitor impatient = new Monitor() {
            @Override
            public boolean stopped() {
                return rows.size() > 400;
            }
        };
        Answers query = Answers.over(wide, FEW);
        Sweep sweep = Sweep.over(wide).where(FEW).threads(1);
        Outcome stopped = query.sweeping(sweep.monitor(impatient)).stream(
                List.of(RF), new RowList(), BigInteger.ZERO, Long.MAX_VALUE, rows::addAll);
        assertThat(stopped.complete()).isFalse();
        assertThat(rows).hasSizeBetween(401, 1080);
        query.sweeping(sweep.ids(stopped.next(), wide.variants())).stream(
                List.of(RF), new RowList(), BigInteger.ZERO, Long.MAX_VALUE, rows::addAll);
        assertThat(rows).isEqualTo(query.into(List.of(RF), Collect.rows()));
    }

    @Test
    void anyMatchOfAHugeSpaceIsReachedAtOnce() throws IOException {
        List<Condition> conditions =
                List.of(new Condition(RF, new Range(200, 240)), new Condition(STRIDE, new Range(16, 16)));
        Answers query = Answers.over(huge, conditions);
        BigInteger last = query.count().subtract(BigInteger.ONE);
        for (BigInteger offset : List.of(BigInteger.ZERO, last.shiftRight(1), last)) {
            List<Row> rows = new ArrayList<>();
            query.stream(List.of(RF, STRIDE), new RowList(), offset, 1000, rows::addAll);
            assertThat(rows).hasSize(offset.equals(last) ? 1 : 1000);
            BigInteger first = rows.get(0).id();
            assertThat(count(conditions, BigInteger.ZERO, first)).isEqualTo(offset);
            BigInteger behind = rows.get(rows.size() - 1).id().add(BigInteger.ONE);
            assertThat(count(conditions, first, behind)).isEqualTo(rows.size());
            assertThat(rows).isEqualTo(query.page(List.of(RF, STRIDE), offset, 1000));
        }
    }

    @Test
    void foldingMoreMatchesThanADayHoldsIsRefused() {
        Answers query = Answers.over(huge, List.of(new Condition(RF, new Range(200, 240))));
        assertThatThrownBy(() -> query.into(List.of(RF), Collect.rows()))
                .isInstanceOf(RefusedException.class)
                .hasMessageMatching("looking at all " + Pattern.quote(NumberText.of(query.count()))
                        + " matches would take about [0-9,]+( \\(.*\\))? days; .*");
    }

    @Test
    void whereEveryVariantMatchesRanksAreIds() throws IOException {
        BigInteger offset = BigInteger.TEN.pow(20);
        List<Row> rows = new ArrayList<>();
        Answers.over(huge, List.of()).stream(List.of(RF), new RowList(), offset, 2, rows::addAll);
        assertThat(rows).extracting(Row::id).containsExactly(offset, offset.add(BigInteger.ONE));
    }

    @Test
    void withoutAMatchNothingIsWalked() throws IOException {
        Answers none = Answers.over(huge, List.of(new Condition(RF, new Range(0, 0))));
        Outcome outcome = none.stream(List.of(RF), new RowList(), BigInteger.ZERO, 9, chunk -> {
            throw new AssertionError("a chunk of nothing");
        });
        assertThat(outcome).isEqualTo(new Outcome(0, true, huge.variants()));
        assertThat(none.into(List.of(RF), Collect.rows())).isEmpty();
    }

    /** By algebra over a range of ids, which keeps no trellis of the matches. */
    private BigInteger count(List<Condition> conditions, BigInteger from, BigInteger to) {
        Sweep sweep = Sweep.over(huge).where(conditions).ids(from, to);
        return Answers.over(huge, conditions).sweeping(sweep).count();
    }

    static BigInteger[] range(SplittableRandom random, Space space) {
        long variants = space.variants().longValueExact();
        long one = random.nextInt(3) == 0 ? 0 : random.nextLong(variants + 1);
        long other = random.nextInt(3) == 0 ? variants : random.nextLong(variants + 1);
        return new BigInteger[] {BigInteger.valueOf(Math.min(one, other)), BigInteger.valueOf(Math.max(one, other))};
    }
}
