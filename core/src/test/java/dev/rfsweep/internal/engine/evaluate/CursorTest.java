package dev.rfsweep.internal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.PlainPath;
import dev.rfsweep.internal.engine.TableSpaces;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks against a walk over every single path: where each begins, where it ends, what its prefix adds, what is left out. */
class CursorTest {

    static List<List<String>> spaces() {
        return TableSpaces.all().toList();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void blocksFollowOneAnotherAndLeaveOutOnlyWhatCannotMatch(List<String> described) {
        Question question = TableSpaces.question(described);
        for (int tableRows : new int[] {1, 4, 64}) {
            Compiled compiled = Compiled.all(question, tableRows);
            for (boolean prune : new boolean[] {true, false}) {
                walk(compiled, prune, 0);
                long paths = compiled.paths.count().longValueExact();
                for (long from : new long[] {1, paths / 2, paths - 1}) {
                    walk(compiled, prune, Math.min(from, paths - 1));
                }
            }
        }
    }

    private static void walk(Compiled compiled, boolean prune, long from) {
        List<PlainPath> paths = PlainPath.from(compiled.paths, 0);
        Cursor cursor = new Cursor(compiled, prune);
        cursor.seek(BigInteger.valueOf(from), from);
        assertThat(cursor.position()).isEqualTo(from);
        long reached = from;
        do {
            for (PlainPath passed : paths.subList((int) reached, (int) cursor.position())) {
                assertThat(prune ? passed.matches(compiled.filters) : !passed.dead())
                        .as("path %s was left out", passed)
                        .isFalse();
            }
            assertBlock(compiled, cursor, paths);
            reached = cursor.position() + cursor.remaining();
            assertThat(reached).isLessThanOrEqualTo(paths.size());
        } while (cursor.advance(paths.size()));
        assertThat(paths.subList((int) reached, paths.size()))
                .noneMatch(path -> prune ? path.matches(compiled.filters) : !path.dead());
    }

    private static void assertBlock(Compiled compiled, Cursor cursor, List<PlainPath> paths) {
        int node = cursor.node();
        assertThat(compiled.frontier[node]).isTrue();
        List<PlainPath> below = PlainPath.from(compiled.paths, node);
        // After a seek only the rest of a block is at hand.
        int first = (int) (below.size() - cursor.remaining());
        for (int row = first; row < below.size(); row++) {
            PlainPath whole = paths.get((int) cursor.position() + row - first);
            PlainPath suffix = below.get(row);
            assertThat(whole.nodes()).endsWith(suffix.nodes().toArray(Integer[]::new));
            for (int slot = 0; slot < cursor.sums().length; slot++) {
                assertThat(cursor.sums()[slot] + suffix.sums().get(slot))
                        .as("slot %d, row %d of the block at %d", slot, row, cursor.position())
                        .isEqualTo(whole.sums().get(slot));
            }
        }
        List<Integer> prefix = new ArrayList<>();
        cursor.prefix((at, branch) -> prefix.add(at));
        prefix.add(node);
        assertThat(paths.get((int) cursor.position()).nodes()).startsWith(prefix.toArray(Integer[]::new));
    }

    @Test
    void stopsAtTheEndThatIsAskedFor() {
        Compiled compiled = Compiled.all(TableSpaces.question(List.of("{stages: ['4*cn_k3,5']}")), 4);
        Cursor cursor = new Cursor(compiled, true);
        cursor.seek(BigInteger.valueOf(5), 5);
        assertThat(List.of(cursor.position(), cursor.remaining())).isEqualTo(List.of(5L, 3L));
        assertThat(cursor.advance(8)).isFalse();
        assertThat(cursor.position()).isEqualTo(8);
        cursor.seek(BigInteger.valueOf(5), 105); // offsets need not be numbers
        assertThat(cursor.advance(109)).isTrue();
        assertThat(List.of(cursor.position(), cursor.remaining())).isEqualTo(List.of(108L, 4L));
    }

    @Test
    void idsOfRankedPathsAreThoseOfTheirPrefixes() {
        Cursor cursor = new Cursor(TableSpaces.ranked(2), true);
        cursor.seek(BigInteger.ZERO, 0);
        List<Long> seen = new ArrayList<>();
        do {
            seen.addAll(List.of(cursor.position(), cursor.remaining(), cursor.id()));
        } while (cursor.advance(4));
        assertThat(seen).containsExactly(0L, 2L, 0L, 2L, 2L, 4L);
        assertThat(cursor.origin()).isZero();
    }
}
