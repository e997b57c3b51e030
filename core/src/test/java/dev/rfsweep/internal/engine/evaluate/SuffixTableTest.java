package dev.rfsweep.internal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.PlainPath;
import dev.rfsweep.internal.engine.TableSpaces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every table against a walk over the paths below its node. */
class SuffixTableTest {

    static List<List<String>> spaces() {
        return TableSpaces.all().toList();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void aRowIsWhatOnePathAdds(List<String> described) {
        Compiled compiled = Compiled.all(TableSpaces.question(described), 16);
        int tables = 0;
        for (int node = 0; node < compiled.frontier.length; node++) {
            if (compiled.frontier[node] && !compiled.paths.isDead(node)) {
                assertRows(compiled, node);
                tables++;
            }
        }
        assertThat(tables).isPositive();
    }

    private static void assertRows(Compiled compiled, int node) {
        SuffixTable table = SuffixTable.of(compiled, node);
        List<PlainPath> paths = PlainPath.from(compiled.paths, node);
        assertThat(table.rows).isEqualTo(paths.size());
        assertThat(table.id).isNull();
        assertThat(table.invalid == null).isEqualTo(paths.stream().noneMatch(PlainPath::dead));
        for (int row = 0; row < table.rows; row++) {
            PlainPath path = paths.get(row);
            if (table.invalid != null) {
                assertThat(table.invalid[row])
                        .as("row %d of node %d", row, node)
                        .isEqualTo(path.dead() ? 1 : 0);
            }
            for (int slot : compiled.readSlots) {
                if (!path.dead()) {
                    assertThat(sum(table, slot, row))
                            .as("slot %d, row %d of node %d", slot, row, node)
                            .isEqualTo(path.sums().get(slot));
                }
            }
        }
        for (int slot : compiled.readSlots) {
            int at = slot;
            List<Long> valid = paths.stream()
                    .filter(path -> !path.dead())
                    .map(path -> path.sums().get(at))
                    .sorted()
                    .toList();
            if (!valid.isEmpty()) {
                assertThat(table.base[slot])
                        .as("slot %d of node %d", slot, node)
                        .isEqualTo(valid.get(0));
                assertThat(table.spread[slot])
                        .as("slot %d of node %d", slot, node)
                        .isEqualTo(valid.get(valid.size() - 1) - valid.get(0));
            }
        }
    }

    private static long sum(SuffixTable table, int slot, int row) {
        long sum = table.sum[slot] != null ? table.sum[slot][row] : table.base[slot] + table.offset[slot][row];
        if (table.offset[slot] != null) {
            assertThat(table.base[slot] + table.offset[slot][row]).isEqualTo(sum);
        }
        return sum;
    }

    @Test
    void sumsBeyondAnIntAreKeptWhole() {
        List<String> wide = List.of("{input: {size: 512, channels: 512}, stages: ['2*cn_k3,5_c512']}");
        Compiled compiled = Compiled.all(TableSpaces.question(wide), 16);
        SuffixTable table = SuffixTable.of(compiled, 0);
        List<PlainPath> paths = PlainPath.from(compiled.paths, 0);
        int wides = 0;
        for (int slot : compiled.readSlots) {
            wides += compiled.slotIsLong[slot] ? 1 : 0;
            assertThat(table.sum[slot] != null).isEqualTo(compiled.slotIsLong[slot]);
            for (int row = 0; row < table.rows; row++) {
                assertThat(sum(table, slot, row))
                        .isEqualTo(paths.get(row).sums().get(slot));
            }
        }
        assertThat(wides).isPositive(); // MACs, in the hundreds of billions
    }

    @Test
    void ranksHaveTheIdsOfTheirPaths() {
        Compiled compiled = TableSpaces.ranked(64);
        assertThat(compiled.frontier[0]).isTrue();
        SuffixTable table = SuffixTable.of(compiled, 0);
        assertThat(table.id).containsExactly(2, 3, 6, 7);
        assertThat(table.invalid).isNull();
    }
}
