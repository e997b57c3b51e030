package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.RandomSpaces;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.FigureKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random filters over a random space, and all matches by brute force.
 *
 * @param columns every column of the space
 * @param rows every valid variant, in ascending order of id, with a value for every column
 * @param matches those of the rows that meet all conditions
 */
public record RandomQuestion(
        Space space, List<Column> columns, List<Row> rows, List<Condition> conditions, List<Row> matches) {

    /** A question about a space of at most 800 variants; the same for the same state of {@code random}. */
    public static RandomQuestion draw(SplittableRandom random) {
        Space space = RandomSpaces.legal(random, 800);
        List<Column> columns = space.schema().columns();
        List<Row> rows = Sweep.over(space).columns(columns).exhaustive(true).into(Collect.rows());
        return new RandomQuestion(space, columns, rows, List.of(), rows).again(random);
    }

    /** Another question about the same space. */
    RandomQuestion again(SplittableRandom random) {
        List<Condition> drawn = rows.isEmpty() ? List.of() : conditions(random);
        List<Row> met = rows.stream()
                .filter(row -> drawn.stream().allMatch(condition -> meets(row, condition)))
                .toList();
        return new RandomQuestion(space, columns, rows, drawn, met);
    }

    public Answers query() {
        return Answers.over(space, conditions);
    }

    /** The same question when nothing but the sweep is allowed. */
    public Answers swept() {
        return query().withoutAlgebra();
    }

    /** Mostly up to three sets of ranges; sometimes everything about one variant, sometimes what none has. */
    private List<Condition> conditions(SplittableRandom random) {
        Row row = rows.get(random.nextInt(rows.size()));
        List<Condition> drawn = new ArrayList<>();
        switch (random.nextInt(10)) {
            case 0 -> drawn.addAll(everythingAbout(row));
            case 1 -> drawn.add(beyond(random.nextInt(columns.size())));
            default -> {
                for (int filter = random.nextInt(4); filter > 0; filter--) {
                    drawn.add(between(random));
                }
            }
        }
        return drawn;
    }

    private List<Condition> everythingAbout(Row row) {
        return IntStream.range(0, columns.size())
                .mapToObj(at -> new Condition(
                        columns.get(at),
                        new Range(
                                FigureKey.of(row.values().get(at)),
                                FigureKey.of(row.values().get(at)))))
                .toList();
    }

    private Condition beyond(int column) {
        long most = rows.stream()
                .mapToLong(row -> FigureKey.of(row.values().get(column)))
                .max()
                .orElseThrow();
        return new Condition(columns.get(column), new Range(most + 1, most + 5));
    }

    /** Where axes differ, now and then on all of them at once. */
    private Condition between(SplittableRandom random) {
        int at = random.nextInt(columns.size());
        Ranges values = RandomSpaces.values(random, rows, at);
        Column column = columns.get(at);
        return new Condition(random.nextInt(3) == 0 ? new Column(column.metric(), Column.SHARED) : column, values);
    }

    private boolean meets(Row row, Condition condition) {
        Column asked = condition.column();
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).metric() == asked.metric())
                .filter(at -> asked.axis() == Column.SHARED || columns.get(at).equals(asked))
                .allMatch(at ->
                        condition.values().contains(FigureKey.of(row.values().get(at))));
    }
}
