package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds against looking at every match. A seed in a test's name draws that space again. */
@Tag("slow")
class BoundsTest {

    static LongStream seeds() {
        return LongStream.range(6000, 6500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boundsAreThoseOfAllMatches(long seed) {
        RandomQuestion question = RandomQuestion.draw(new SplittableRandom(seed));
        List<Row> matches = question.matches();
        List<Column> columns = question.columns();
        List<Figure> least = new ArrayList<>();
        List<Figure> most = new ArrayList<>();
        for (int at = 0; at < columns.size() && !matches.isEmpty(); at++) {
            int column = at;
            least.add(matches.stream()
                    .map(row -> row.values().get(column))
                    .min(Comparator.naturalOrder())
                    .orElseThrow());
            most.add(matches.stream()
                    .map(row -> row.values().get(column))
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
        }
        Bounds expected = new Bounds(BigInteger.valueOf(matches.size()), least, most);
        assertThat(question.query().bounds(columns)).isEqualTo(expected);
        assertThat(question.swept().bounds(columns)).isEqualTo(expected);
    }
}
