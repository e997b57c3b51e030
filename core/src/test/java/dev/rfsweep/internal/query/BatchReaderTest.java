package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.engine.SmallTables;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.BatchReader;
import dev.rfsweep.internal.engine.evaluate.ColumnType;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.notation.arch.ArchText;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches that are pulled against those that are pushed, and the columns of both against rows. */
class BatchReaderTest {

    private static final int[] TABLE_ROWS = {1, 16, 4096};

    private static final Space HUGE =
            SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();

    static LongStream seeds() {
        return LongStream.range(9300, 9450);
    }

    /** A batch as it was when it was handed out: an id and a cell of every column, a row a list. */
    private record Copy(List<List<Object>> rows) {

        static Copy of(Batch batch) {
            List<double[]> doubles = new ArrayList<>();
            for (int column = 0; column < batch.columns(); column++) {
                doubles.add(batch.type(column) == ColumnType.DOUBLE ? batch.doubles(column) : null);
            }
            List<List<Object>> rows = new ArrayList<>();
            for (int row = 0; row < batch.count(); row++) {
                List<Object> cells = new ArrayList<>();
                cells.add(batch.origin().add(BigInteger.valueOf(batch.offsets()[row])));
                for (int column = 0; column < batch.columns(); column++) {
                    cells.add(
                            switch (batch.type(column)) {
                                case INT -> (long) batch.ints(column)[row];
                                case LONG -> batch.longs(column)[row];
                                case DOUBLE -> doubles.get(column)[row];
                                case BIG -> batch.big(column, row);
                                case DECIMAL, TEXT -> throw new AssertionError("batches have no such columns");
                            });
                }
                rows.add(cells);
            }
            return new Copy(rows);
        }
    }

    /** What is pushed, on one thread. */
    private static final class Copies implements Sink<List<Copy>, List<Copy>> {
        @Override
        public List<Copy> newShard() {
            return new ArrayList<>();
        }

        @Override
        public void accept(List<Copy> shard, Batch batch) {
            shard.add(Copy.of(batch));
        }

        @Override
        public List<Copy> merge(List<Copy> left, List<Copy> right) {
            left.addAll(right);
            return left;
        }

        @Override
        public List<Copy> finish(List<Copy> shard) {
            return shard;
        }
    }

    private static List<Copy> pulled(BatchReader reader) {
        List<Copy> copies = new ArrayList<>();
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
            assertThat(batch.count()).isPositive();
            for (int column = 0; column < batch.columns(); column++) {
                assertThat(batch.type(column)).isEqualTo(reader.schema().types().get(column));
            }
            copies.add(Copy.of(batch));
        }
        assertThat(reader.next()).isNull();
        return copies;
    }

    private static List<List<Object>> rows(List<Copy> copies) {
        return copies.stream().flatMap(copy -> copy.rows().stream()).toList();
    }

    /** The same out of figures. */
    private static List<List<Object>> cells(List<Row> rows) {
        List<List<Object>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<Object> values = new ArrayList<>(List.of(row.id()));
            row.values()
                    .forEach(value ->
                            values.add(value.metric().isWhole() ? (Object) value.longValue() : value.doubleValue()));
            cells.add(values);
        }
        return cells;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsPulledIsWhatIsPushedBatchByBatch(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        Sweep sweep = Sweep.over(question.space())
                .where(question.conditions())
                .threads(1)
                .exhaustive(random.nextInt(4) == 0);
        Sweep small = SmallTables.of(sweep, TABLE_ROWS[random.nextInt(3)]);
        Answers query = question.query().sweeping(small);
        for (Answers asked : List.of(query, query.withoutAlgebra())) {
            RowSource source = asked.source(question.columns());
            List<Copy> pulled = pulled(source.read(Optional.empty()));
            assertThat(pulled).isEqualTo(source.walk().into(new Copies(), source.paths()));
            assertThat(rows(pulled)).isEqualTo(cells(question.matches()));
            List<Copy> parts = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                parts.addAll(pulled(source.read(source.paths().part(part, 3), Optional.empty())));
            }
            assertThat(rows(parts)).isEqualTo(rows(pulled));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void textsAreThoseOfTheIds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        Space space = question.space();
        List<String> texts = new ArrayList<>();
        BatchReader reader = question.query().source(question.columns()).read(Optional.of(new ArchText(space)));
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
            for (int row = 0; row < batch.count(); row++) {
                texts.add(batch.texts().get(row));
            }
        }
        assertThat(texts)
                .isEqualTo(question.matches().stream()
                        .map(row -> Arch.of(space.automaton().unrank(row.id())))
                        .toList());
    }

    /** Rows that algebra has chosen come in the same columns as those of a sweep, in their own order. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void chosenRowsComeInBatchesToo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        Answers query = question.query();
        Column by = question.columns().get(random.nextInt(question.columns().size()));
        ChosenRows<Row> top = query.top(question.columns(), by, random.nextBoolean(), 1 + random.nextInt(50));
        BatchReader reader = top.read(Optional.empty());
        List<ColumnType> swept = query.source(question.columns()).schema().types();
        for (int column = 0; column < swept.size(); column++) {
            ColumnType type = reader.schema().types().get(column); // wide where its bounds are not known
            assertThat(type).isIn(swept.get(column), swept.get(column) == ColumnType.INT ? ColumnType.LONG : null);
        }
        assertThat(rows(pulled(reader))).isEqualTo(cells(top));
        ChosenRows<FrontRow> front = query.pareto(question.columns(), List.of(new Objective.Least(by)));
        List<List<Object>> expected = new ArrayList<>();
        for (FrontRow point : front) {
            List<Object> cells = new ArrayList<>(cells(List.of(point.row())).get(0));
            cells.add(point.count());
            expected.add(cells);
        }
        assertThat(rows(pulled(front.read(Optional.empty())))).isEqualTo(expected);
    }

    /** One row more or less than a batch holds, and none. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4095, 1", "4096, 1", "4097, 2", "8192, 2", "8193, 3"})
    void chosenRowsFillBatches(int rows, int batches) {
        Space space = SpecParser.line("8*cn_k3,5,7_s1,2").space();
        List<Column> columns = List.of(new Column(Metric.RF, Column.SHARED), new Column(Metric.ERF, Column.SHARED));
        Answers query = Answers.over(space, List.of());
        ChosenRows<Row> page = query.page(columns, BigInteger.TEN, rows);
        List<Copy> copies = pulled(page.read(Optional.empty()));
        assertThat(copies).hasSize(batches);
        assertThat(rows(copies)).hasSize(rows).isEqualTo(cells(page));
    }

    @Test
    void idsBeyond63BitsAreExactInEveryOrder() {
        List<Column> columns = List.of(new Column(Metric.RF, Column.SHARED));
        Answers query = Answers.over(HUGE, List.of());
        RowSource source = query.source(columns);
        assertThat(source.schema().idType()).isEqualTo(ColumnType.BIG);
        IdRange last = new IdRange(HUGE.variants().subtract(BigInteger.valueOf(5000)), HUGE.variants());
        List<Copy> pulled = pulled(source.read(last, Optional.empty()));
        assertThat(pulled).isEqualTo(source.walk().into(new Copies(), last));
        assertThat(rows(pulled)).hasSize(5000);
        assertThat(rows(pulled).get(4999).get(0)).isEqualTo(HUGE.variants().subtract(BigInteger.ONE));
        ChosenRows<Row> sample = query.sample(columns, 200, 7);
        assertThat(rows(pulled(sample.read(Optional.empty())))).isEqualTo(cells(sample));
        assertThat(sample.get(199).id().bitLength()).isGreaterThan(64);
        assertThat(sample).isSortedAccordingTo(Comparator.comparing(Row::id));
        for (Row row : sample.subList(0, 20)) {
            Sweep alone =
                    Sweep.over(HUGE).columns(columns).ids(row.id(), row.id().add(BigInteger.ONE));
            assertThat(alone.into(Collect.rows())).containsExactly(row);
        }
    }

    /** A part of the ids may hold small numbers alone; its columns are of the same type as those of the whole. */
    @Test
    void aPartHasTheSchemaOfTheWhole() {
        Space space = SpecParser.text(
                        "wide", "{input: {size: 512, channels: 3}, stages: ['12*cn_k1,9_c4,4096']}", false)
                .space();
        List<Column> columns = space.schema().columns();
        for (String condition : List.of("rf=1..40", "rf=1..2000000")) {
            Answers query = Answers.over(space, Conditions.parse("condition", condition, space.schema()));
            RowSource whole = query.source(columns);
            RowSource part = query.sweeping(Sweep.over(space)
                            .where(Conditions.parse("condition", condition, space.schema()))
                            .ids(BigInteger.ZERO, BigInteger.ONE))
                    .source(columns);
            assertThat(part.schema()).isEqualTo(whole.schema());
            assertThat(whole.schema().types()).contains(ColumnType.INT, ColumnType.LONG, ColumnType.DOUBLE);
        }
    }

    @Test
    void nothingMatchesIsASchemaWithoutABatch() {
        RowSource none = Answers.over(HUGE, Conditions.parse("condition", "rf=2", HUGE.schema()))
                .source(HUGE.schema().columns());
        assertThat(none.schema().types()).hasSameSizeAs(HUGE.schema().columns());
        assertThat(none.read(Optional.empty()).next()).isNull();
        assertThat(none.paths().isEmpty()).isTrue();
    }

    @Test
    void anotherTypeThanTheColumnHasIsRefused() {
        BatchReader reader = Answers.over(HUGE, List.of())
                .source(List.of(new Column(Metric.RF, Column.SHARED)))
                .read(Optional.empty());
        Batch batch = reader.next();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.doubles(0))
                .withMessage("column 0 is INT, not DOUBLE");
    }

    @Test
    void aReaderIsStoppedBetweenBatches() {
        boolean[] stop = new boolean[1];
        Monitor monitor = new Monitor() {
            @Override
            public boolean stopped() {
                return stop[0];
            }
        };
        BatchReader reader = Answers.over(HUGE, List.of())
                .watchedBy(monitor)
                .source(List.of(new Column(Metric.RF, Column.SHARED)))
                .read(Optional.empty());
        assertThat(reader.next()).isNotNull();
        stop[0] = true;
        assertThatThrownBy(reader::next).isInstanceOf(CancellationException.class);
    }
}
