package dev.rfsweep.query;

import dev.rfsweep.engine.Collect;
import dev.rfsweep.engine.RandomSpaces;
import dev.rfsweep.engine.Row;
import dev.rfsweep.engine.Sweep;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Range;
import dev.rfsweep.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random filters over a random space, and all matches by brute force.
 *
 * @param columns every column of the space
 * @param matches in ascending order of id, with a value for every column
 */
record RandomQuestion(Space space, List<Column> columns, List<Condition> conditions, List<Row> matches) {

    /** Up to three filters over a space of at most 2000 variants; the same for the same state of {@code random}. */
    static RandomQuestion draw(SplittableRandom random) {
        Space space = RandomSpaces.legal(random, 2000);
        List<Column> columns = space.schema().columns();
        List<Row> matches = Sweep.over(space).columns(columns).exhaustive(true).into(Collect.rows());
        List<Row> rows = matches;
        List<Condition> conditions = new ArrayList<>();
        for (int filter = rows.isEmpty() ? 0 : random.nextInt(4); filter > 0; filter--) {
            int column = random.nextInt(columns.size());
            Range range = RandomSpaces.range(random, rows, column);
            conditions.add(new Condition(columns.get(column), range));
            matches = matches.stream()
                    .filter(row -> range.contains(row.values().get(column)))
                    .toList();
        }
        return new RandomQuestion(space, columns, conditions, matches);
    }

    Query query() {
        return Query.over(space, conditions);
    }

    /** The same question when nothing but the sweep is allowed. */
    Query swept() {
        return query().withoutAlgebra();
    }
}
