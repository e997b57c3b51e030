package dev.rfsweep.internal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.PlainPath;
import dev.rfsweep.internal.engine.TableSpaces;
import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.trellis.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrontierTest {

    static List<List<String>> spaces() {
        return TableSpaces.all().toList();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void everyPathStopsAsEarlyAsItsTableFits(List<String> described) {
        Selection paths = Selection.all(TableSpaces.question(described).trellis());
        PathGraph graph = paths.graph();
        for (int rows : new int[] {1, 4, 16}) {
            boolean[] frontier = Frontier.choose(paths, rows);
            for (PlainPath path : PlainPath.from(paths, 0)) {
                int stop = path.nodes().stream()
                        .filter(node -> frontier[node])
                        .findFirst()
                        .orElseThrow();
                assertThat(graph.isLeaf(stop) || graph.pathsOrMax(stop) <= rows).isTrue();
                path.nodes().stream().takeWhile(node -> node != stop).forEach(node -> assertThat(graph.pathsOrMax(node))
                        .isGreaterThan(rows));
            }
        }
    }

    @Test
    void nodesThatAreNotReachedCarryNoTable() {
        Selection paths = Selection.all(
                TableSpaces.question(List.of("{stages: ['3*cn_k3,5']}")).trellis());
        assertThat(Frontier.choose(paths, 8)).containsExactly(true, false, false, false);
        assertThat(Frontier.choose(paths, 7)).containsExactly(false, true, false, false);
        assertThat(Frontier.choose(paths, 2)).containsExactly(false, false, true, false);
        assertThat(Frontier.choose(paths, 1)).containsExactly(false, false, false, true);
    }

    @Test
    void manyShortBranchesShareOneLongTable() {
        Selection paths = Selection.all(
                TableSpaces.question(List.of("{stages: [cn_k1..5000]}")).trellis());
        assertThat(Frontier.choose(paths, Compiled.TABLE_ROWS)[0]).isTrue();
        assertThat(Frontier.choose(paths, 64)[0]).isFalse(); // blocks of one row are as long as tables ought to be
    }

    /** 700 widths are 700 states of 4096 variants each: too many rows together, so tables begin a step later. */
    @Test
    void tablesGetSmallerWhereStatesAreMany() {
        List<String> many =
                List.of("{input: {size: 32, channels: 3}, stages: [cn_k3_c1..700, cn_k1..64_c8, cn_k1..64_c8]}");
        Selection paths = Selection.all(TableSpaces.question(many).trellis());
        boolean[] frontier = Frontier.choose(paths, Compiled.TABLE_ROWS);
        long rows = 0;
        for (int node = 0; node < frontier.length; node++) {
            rows += frontier[node] ? paths.graph().pathsOrMax(node) : 0;
            assertThat(frontier[node] && paths.graph().pathsOrMax(node) > 64).isFalse();
        }
        assertThat(rows).isEqualTo(64);
    }
}
