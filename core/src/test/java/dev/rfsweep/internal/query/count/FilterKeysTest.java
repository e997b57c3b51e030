package dev.rfsweep.internal.query.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.query.Prefix;
import dev.rfsweep.internal.query.RandomQuestion;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keys along every path against filters held against its whole sums. A seed in a test's name draws that question again.
 */
class FilterKeysTest {

    /** Some questions need more than 63 bits, and those have no keys. */
    static LongStream seeds() {
        return LongStream.range(0, 40).filter(seed -> FilterKeys.of(question(seed), group(question(seed)))
                .isPresent());
    }

    /** A slot to keep to the end. */
    private static int group(Question question) {
        return question.trellis().slotCount() - 1;
    }

    private static Question question(long seed) {
        RandomQuestion drawn = RandomQuestion.draw(new SplittableRandom(seed));
        return Question.of(drawn.space(), drawn.conditions(), drawn.columns());
    }

    /** At the end of a path its key is decided or dropped, and whatever was said on the way there still holds. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPathIsDecidedJustWhenItPasses(long seed) {
        Question question = question(seed);
        Trellis trellis = question.trellis();
        FilterKeys keys = FilterKeys.of(question, -1).orElseThrow();
        for (Prefix path : Prefix.all(trellis)) {
            if (trellis.isLeaf(path.node())) {
                assertThat(along(keys, trellis, path))
                        .isEqualTo(passes(question, path, -1) ? FilterKeys.DECIDED : FilterKeys.DROPPED);
            }
        }
    }

    /** Prefixes of one key at one node have the same future: as many ways to match, and the same ones. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void prefixesOfOneKeyPassOrFailTogether(long seed) {
        Question question = question(seed);
        Trellis trellis = question.trellis();
        FilterKeys keys = FilterKeys.of(question, -1).orElseThrow();
        Map<List<Object>, Boolean> known = new HashMap<>();
        for (Prefix path : Prefix.all(trellis)) {
            if (!trellis.isLeaf(path.node())) {
                continue;
            }
            boolean passes = passes(question, path, -1);
            int at = 0;
            long key = keys.start();
            for (int step = 0; step < path.edges().size(); step++) {
                List<Integer> rest = path.edges().subList(step, path.edges().size());
                Boolean before = known.putIfAbsent(List.of(at, key, rest), passes);
                assertThat(before == null || before == passes).isTrue();
                int edge = path.edges().get(step);
                at = trellis.target(edge);
                key = step(keys, key, edge, at);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSumOfAGroupIsKeptToTheEnd(long seed) {
        Question question = question(seed);
        Trellis trellis = question.trellis();
        int group = group(question);
        FilterKeys keys = FilterKeys.of(question, group).orElseThrow();
        for (Prefix path : Prefix.all(trellis)) {
            long key = along(keys, trellis, path);
            assertThat(key).isNotEqualTo(FilterKeys.DECIDED);
            if (key == FilterKeys.DROPPED) {
                assertThat(trellis.isLeaf(path.node()) && passes(question, path, -1))
                        .isFalse();
            } else if (!isFiltered(question.filters(), group)) {
                assertThat(keys.group(key)).isEqualTo(path.sum(trellis, group));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFilterCanBeLeftOut(long seed) {
        Question question = question(seed);
        Trellis trellis = question.trellis();
        for (int without = 0; without < question.filters().count(); without++) {
            FilterKeys keys = FilterKeys.beside(question, question.filters().slot(without), FilterKeys.NO_GROUP)
                    .orElseThrow();
            for (Prefix path : Prefix.all(trellis)) {
                if (trellis.isLeaf(path.node())) {
                    assertThat(along(keys, trellis, path))
                            .isEqualTo(passes(question, path, without) ? FilterKeys.DECIDED : FilterKeys.DROPPED);
                }
            }
        }
    }

    /** The questions drawn are worth asking: some paths pass, some do not, and some filters stay open for a while. */
    @Test
    void keysOfEveryKindOccur() {
        Map<Long, Integer> often = new HashMap<>();
        assertThat(seeds()).hasSizeGreaterThan(30);
        for (long seed : seeds().toArray()) {
            Question question = question(seed);
            FilterKeys keys = FilterKeys.of(question, -1).orElseThrow();
            for (Prefix path : Prefix.all(question.trellis())) {
                often.merge(Math.min(along(keys, question.trellis(), path), 0), 1, Integer::sum);
            }
        }
        assertThat(often).containsOnlyKeys(0L, FilterKeys.DROPPED, FilterKeys.DECIDED);
        assertThat(often.values()).allMatch(count -> count > 500);
    }

    private static long along(FilterKeys keys, Trellis trellis, Prefix path) {
        long key = keys.start();
        for (int edge : path.edges()) {
            key = step(keys, key, edge, trellis.target(edge));
        }
        return key;
    }

    private static long step(FilterKeys keys, long key, int edge, int to) {
        return key == FilterKeys.DROPPED || key == FilterKeys.DECIDED
                ? key
                : keys.canonical(to, key + keys.weight(edge));
    }

    private static boolean isFiltered(Filters filters, int slot) {
        boolean found = false;
        for (int filter = 0; filter < filters.count(); filter++) {
            found |= filters.slot(filter) == slot;
        }
        return found;
    }

    private static boolean passes(Question question, Prefix path, int without) {
        Filters filters = question.filters();
        boolean passes = true;
        for (int filter = 0; filter < filters.count(); filter++) {
            int slot = filters.slot(filter);
            long sum = path.sum(question.trellis(), slot) + question.trellis().leafWeight(slot, path.node());
            passes &= filter == without
                    || filters.parts(filter).stream().anyMatch(part -> part.low() <= sum && sum <= part.high());
        }
        return passes;
    }
}
