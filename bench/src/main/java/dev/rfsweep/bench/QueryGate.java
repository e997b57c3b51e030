package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Refuses to time wrong answers about spaces too big for brute force. Each row is compared with the oracle; that no
 * better one is missing is told by counts, which are found another way. Rows must hold every column.
 *
 * @param space what was asked about
 * @param conditions what every row must meet
 */
record QueryGate(Space space, List<Condition> conditions) {

    /** Checks that {@code rows} are those with the least values of {@code by}, best first. */
    void best(List<Row> rows, Column by) {
        agree(rows);
        for (int row = 1; row < rows.size(); row++) {
            long step = Long.compare(value(rows.get(row - 1), by), value(rows.get(row), by));
            require("ascending rows", step < 0 || (step == 0 && ascending(rows.get(row - 1), rows.get(row))));
        }
        long worst = value(rows.get(rows.size() - 1), by);
        BigInteger size = BigInteger.valueOf(rows.size());
        require("rows below the worst", count(upTo(by, worst - 1)).compareTo(size) < 0);
        require("rows up to the worst", count(upTo(by, worst)).compareTo(size) >= 0);
    }

    /** Checks a front of least {@code cost} and of {@code value} nearest to {@code target}. */
    void front(List<FrontRow> front, Column cost, Column value, long target) {
        agree(front.stream().map(FrontRow::row).toList());
        long nearest = Long.MAX_VALUE / 4;
        for (FrontRow point : front) {
            long price = value(point.row(), cost);
            long distance = Math.abs(value(point.row(), value) - target);
            require("nearer points that cost more", distance < nearest);
            Condition near = new Condition(value, new Range(target - nearest + 1, target + nearest - 1));
            Gate.same("nearer ones that cost less", count(near, upTo(cost, price - 1)), BigInteger.ZERO);
            Condition here = new Condition(value, new Range(target - distance, target + distance));
            Gate.same("variants of a point", count(here, upTo(cost, price)), point.count());
            nearest = distance;
        }
        if (nearest > 0) {
            Condition near = new Condition(value, new Range(target - nearest + 1, target + nearest - 1));
            Gate.same("nearer ones at any cost", count(near), BigInteger.ZERO);
        }
    }

    /** The same counts, all of which fit. */
    static SortedMap<Long, Long> longs(SortedMap<Figure, ? extends Number> histogram) {
        SortedMap<Long, Long> longs = new TreeMap<>();
        histogram.forEach((value, count) -> longs.put(value.longValue(), count.longValue()));
        return longs;
    }

    static BigInteger sum(SortedMap<Figure, BigInteger> histogram) {
        return histogram.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void agree(List<Row> rows) {
        require("rows", !rows.isEmpty());
        for (Row row : rows) {
            Gate.agreesWithOracle(space, space.schema().columns(), row);
            require("matches", conditions.stream().allMatch(condition -> condition
                    .values()
                    .contains(value(row, condition.column()))));
        }
    }

    private long value(Row row, Column column) {
        return row.values().get(space.schema().columns().indexOf(column)).longValue();
    }

    private BigInteger count(Condition... more) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return Answers.over(space, all).count();
    }

    private static Condition upTo(Column column, long most) {
        return new Condition(column, new Range(Long.MIN_VALUE, most));
    }

    private static boolean ascending(Row one, Row other) {
        return one.id().compareTo(other.id()) < 0;
    }

    private static void require(String what, boolean holds) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }
}
