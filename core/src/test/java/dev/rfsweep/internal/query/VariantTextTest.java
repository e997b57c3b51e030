package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.SmallTables;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.notation.arch.ArchText;
import dev.rfsweep.internal.output.Csv;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.TextRows;
import dev.rfsweep.internal.space.Space;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sweep writes of its variants, going through all of them or from match to match, against the text of each id alone. */
class VariantTextTest {

    private static final int[] TABLE_ROWS = {1, 16, 4096};

    static LongStream seeds() {
        return LongStream.range(9000, 9200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRowIsTheTextOfItsId(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        Space space = question.space();
        Sweep sweep = Sweep.over(space).where(question.conditions()).threads(1 + random.nextInt(3));
        Answers query = question.query().sweeping(SmallTables.of(sweep, TABLE_ROWS[random.nextInt(3)]));
        TextRows csv =
                Csv.rows(List.of(new OutputColumn.Id("id"), new OutputColumn.Variant("arch", new ArchText(space))));
        StringBuilder out = new StringBuilder();
        query.stream(question.columns(), csv, BigInteger.ZERO, Long.MAX_VALUE, out::append);
        StringBuilder expected = new StringBuilder();
        question.matches().forEach(row -> expected.append(row.id())
                .append(',')
                .append(Arch.of(space.automaton().unrank(row.id())))
                .append('\n'));
        assertThat(out).hasToString(expected.toString());
    }
}
