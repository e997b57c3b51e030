package dev.rfsweep.internal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.PlainPath;
import dev.rfsweep.internal.engine.TableSpaces;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the filters say of every row of every block, against each path by itself. */
class BlockFilterTest {

    static Stream<List<String>> spaces() {
        return Stream.concat(
                TableSpaces.all(),
                Stream.of(
                        List.of("{stages: ['4*cn_k3,5,7_s1,2']}", "rf=5..9,13,20..40", "stride!=2"),
                        List.of("{stages: ['4*cn_k3,5']}", "rf=1..100"),
                        List.of("{stages: ['4*cn_k3,5']}", "rf=1..2"),
                        // Sums beyond an int, with and without a gap.
                        List.of(
                                "{input: {size: 512, channels: 64}, stages: ['3*cn_k3,9_c64,4096']}",
                                "macs=..300G,900G.."),
                        List.of(
                                "{input: {size: 512, channels: 64}, stages: ['3*cn_k3,9_c64,4096']}",
                                "macs=1G..2000G")));
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void aBlockHasTheMatchesOfItsPaths(List<String> described) {
        Question question = TableSpaces.question(described);
        for (int tableRows : new int[] {1, 4, 64}) {
            for (boolean exhaustive : new boolean[] {false, true}) {
                assertBlocks(Compiled.all(question, tableRows), exhaustive);
            }
        }
    }

    private static void assertBlocks(Compiled compiled, boolean exhaustive) {
        List<PlainPath> paths = PlainPath.from(compiled.paths, 0);
        Cursor cursor = new Cursor(compiled, false);
        BlockFilter filter = new BlockFilter(compiled.filters, exhaustive);
        cursor.seek(BigInteger.ZERO, 0);
        do {
            if (!compiled.paths.isDead(cursor.node())) {
                assertBlock(compiled, cursor, filter, paths, exhaustive);
            }
        } while (cursor.advance(paths.size()));
    }

    private static void assertBlock(
            Compiled compiled, Cursor cursor, BlockFilter filter, List<PlainPath> paths, boolean exhaustive) {
        SuffixTable table = compiled.table(cursor.node());
        int first = (int) cursor.position();
        boolean entered = filter.enter(table, cursor.sums());
        assertThat(entered || !exhaustive).as("block at %d is looked at", first).isTrue();
        for (int from = 0; from < table.rows; from += 3) {
            int count = Math.min(table.rows - from, 10);
            List<Integer> expected = new ArrayList<>();
            for (int row = 0; row < count; row++) {
                PlainPath path = paths.get(first + from + row);
                if (!path.dead() && path.matches(compiled.filters)) {
                    expected.add(row);
                }
            }
            String where = "rows " + from + " to " + (from + count) + " of the block at " + first;
            if (!entered) {
                assertThat(expected).as(where).isEmpty();
                continue;
            }
            assertThat(filter.count(from, count)).as(where).isEqualTo(expected.size());
            if (filter.passesAll()) {
                assertThat(expected).as(where).hasSize(count);
                continue;
            }
            int[] selected = new int[Batch.CAPACITY];
            int matches = filter.select(from, count, selected);
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < matches; i++) {
                found.add(selected[i]);
            }
            assertThat(found).as(where).isEqualTo(expected);
        }
    }

    @Test
    void filtersThatDecideABlockAreLeftOutOfIt() {
        Question wide = TableSpaces.question(List.of("{stages: ['2*cn_k3,5']}", "rf=1..100"));
        SuffixTable table = Compiled.all(wide, 64).table(0);
        long[] prefix = new long[wide.trellis().slotCount()];
        BlockFilter lazy = new BlockFilter(wide.filters(), false);
        assertThat(lazy.enter(table, prefix)).isTrue();
        assertThat(lazy.passesAll()).isTrue();
        BlockFilter exhaustive = new BlockFilter(wide.filters(), true);
        assertThat(exhaustive.enter(table, prefix)).isTrue();
        assertThat(exhaustive.passesAll()).isFalse();
        assertThat(exhaustive.count(0, 4)).isEqualTo(4);
    }
}
