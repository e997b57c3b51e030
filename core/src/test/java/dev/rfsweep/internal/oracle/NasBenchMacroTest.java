package dev.rfsweep.internal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every network of NAS-Bench-Macro (Su et al. 2021): the published params and FLOPs, which are multiply-adds. */
class NasBenchMacroTest {

    private final Space space;
    private final List<String> published;

    NasBenchMacroTest() throws IOException {
        space = SpecParser.file(Path.of("..", "examples", "nas-bench-macro.yaml"))
                .space();
        published = Cases.lines("nas-bench-macro.csv").skip(1).toList();
        assertThat(published).hasSize(6561);
        assertThat(space.variants()).isEqualTo(BigInteger.valueOf(6561));
    }

    @Test
    void theOracleFindsThePublishedParamsAndFlopsInTheOrderOfTheIds() {
        for (int id = 0; id < 6561; id++) {
            Answer answer = Oracle.of(space.network(space.automaton().unrank(BigInteger.valueOf(id))));
            assertThat(arch(id) + "," + answer.params() + "," + answer.macs()).isEqualTo(published.get(id));
        }
    }

    @Test
    void theEngineFindsThemToo() {
        List<Row> rows = Sweep.over(space)
                .columns(Conditions.columns("params,macs", space.schema()))
                .into(Collect.rows());
        assertThat(rows.stream()
                        .map(row -> arch(row.id().intValueExact()) + ","
                                + row.values().get(0) + "," + row.values().get(1)))
                .isEqualTo(published);
    }

    /** One digit a choice layer, the first slowest. */
    private static String arch(int id) {
        String digits = Integer.toString(id, 3);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
