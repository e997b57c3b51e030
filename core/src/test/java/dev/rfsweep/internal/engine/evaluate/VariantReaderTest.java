package dev.rfsweep.internal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.RandomSpaces;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of single variants against a sweep. A seed in a test's name draws that space again. */
class VariantReaderTest {

    static LongStream seeds() {
        return LongStream.range(400, 500);
    }

    /** Whether nothing, something or everything of what is read is compiled. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRowIsThatOfASweep(long seed) {
        Space space = RandomSpaces.legal(new SplittableRandom(seed), 300);
        List<Column> all = space.schema().columns();
        List<Row> rows = Sweep.over(space).columns(all).exhaustive(true).into(Collect.rows());
        IdRange ids = IdRange.first(space.variants());
        for (List<Column> shown : List.of(List.<Column>of(), all.subList(0, 1), all)) {
            Question question = Question.of(space, List.of(), List.of(), shown, ids, Cancellation.of(Monitor.NONE));
            VariantReader reader = question.reader(all);
            List<Row> read = new ArrayList<>();
            BatchReader batches = reader.read(rows.stream().map(Row::id).toList(), List.of(), Optional.empty());
            for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
                for (int row = 0; row < batch.count(); row++) {
                    read.add(batch.row(row));
                }
            }
            assertThat(read).isEqualTo(rows);
        }
    }
}
