package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.oracle.Answer;
import dev.rfsweep.internal.oracle.Measured;
import dev.rfsweep.internal.oracle.Oracle;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Refuses to time what is wrong. */
final class Gate {

    private static final long SEED = 2;
    private static final int STRETCHES = 16;
    private static final int STRETCH = 64;

    private Gate() {}

    /**
     * Compares the engine with the oracle on some stretches of ids.
     *
     * @throws IllegalStateException when they disagree
     */
    static void agreesWithOracle(Fixture fixture, List<Column> columns) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            BigInteger from = fixture.from().add(BigInteger.valueOf(random.nextLong(fixture.variants() - STRETCH)));
            BigInteger to = from.add(BigInteger.valueOf(STRETCH));
            List<Row> rows = Sweep.over(fixture.space())
                    .columns(columns)
                    .ids(from, to)
                    .threads(1)
                    .into(Collect.rows());
            equal("valid variants from " + from, rows.size(), STRETCH);
            rows.forEach(row -> agreesWithOracle(fixture.space(), columns, row));
        }
    }

    /**
     * Compares the naive decoder with the oracle on some ids.
     *
     * @throws IllegalStateException when they disagree
     */
    static void agreesWithOracle(NaiveGrid naive) {
        Fixture fixture = Fixture.named("grid");
        List<Column> columns = fixture.columns("rf", "stride", "out", "params", "macs");
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < STRETCHES * STRETCH; round++) {
            int id = random.nextInt(naive.variants());
            naive.decode(id);
            long[] keys = {naive.rf, naive.totalStride, naive.out, naive.params, naive.macs};
            List<Figure> values = IntStream.range(0, keys.length)
                    .mapToObj(column -> new Figure(columns.get(column).metric(), keys[column]))
                    .toList();
            agreesWithOracle(fixture.space(), columns, new Row(BigInteger.valueOf(id), values));
            equal("rf of variant " + id, naive.rf(id), naive.rf);
        }
    }

    /**
     * Compares two counts.
     *
     * @throws IllegalStateException when they differ
     */
    static void equal(String what, long engine, long expected) {
        same(what, engine, expected);
    }

    /**
     * Compares two answers of one type.
     *
     * @throws IllegalStateException when they differ
     */
    static <T> void same(String what, T engine, T expected) {
        if (!engine.equals(expected)) {
            throw new IllegalStateException(what + ": found " + engine + " instead of " + expected);
        }
    }

    /**
     * Compares a row with the oracle.
     *
     * @throws IllegalStateException when they disagree
     */
    static void agreesWithOracle(Space space, List<Column> columns, Row row) {
        Answer answer = Oracle.of(space.network(space.automaton().unrank(row.id())));
        for (int column = 0; column < columns.size(); column++) {
            Metric metric = columns.get(column).metric();
            Figure expected = new Figure(metric, Measured.key(answer, columns.get(column)));
            same(metric.label() + " of variant " + row.id(), row.values().get(column), expected);
        }
    }
}
