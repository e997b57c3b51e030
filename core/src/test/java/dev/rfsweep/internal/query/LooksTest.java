package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever takes long looks at the cancellation, however much there is to do at one node. Looks are counted, not timed. */
class LooksTest {

    private static final int CHANNELS = 5000;

    /** A place with many choices, and behind each of them a place with a few. */
    private final Space space =
            SpecParser.line("cn_k3_c" + list(CHANNELS) + " cn_k1,3_c1,2,3").space();

    private final Column params = space.schema().column("params").orElseThrow();
    private final Column rf = space.schema().column("rf").orElseThrow();
    private final List<Condition> conditions = Conditions.parse("test", "params=1000..90001", space.schema());
    private final AtomicLong looks = new AtomicLong();
    private final Cancellation counting = Cancellation.of(new Monitor() {
        @Override
        public boolean stopped() {
            looks.incrementAndGet();
            return false;
        }
    });

    private final Question question = question(IdRange.first(space.variants()));
    private final int nodes = question.trellis().nodes();
    private final int edges = question.trellis().graph().edges();

    private static String list(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private Question question(IdRange ids) {
        return Question.of(space, conditions, List.of(params, rf), ids, counting);
    }

    private void assertLooks(String what, Runnable work, long least) {
        looks.set(0);
        work.run();
        assertThat(looks.get()).as(what).isGreaterThanOrEqualTo(least);
    }

    @Test
    void compilingLooksAtEveryChoiceAndBoundingAtEveryNode() {
        assertThat(nodes).isGreaterThan(CHANNELS);
        int slots = question.trellis().slotCount();
        IdRange all = IdRange.first(space.variants());
        assertLooks("compiling", () -> question(all), edges + (long) nodes * slots);
        IdRange most = new IdRange(BigInteger.ONE, space.variants());
        assertLooks("cutting", () -> question(most), edges + 2L * nodes * (slots + 1));
        assertLooks("bounds of prefixes", () -> question.trellis().prefixBounds(0, counting), nodes);
    }

    @Test
    void selectingLooksEveryThousandChoicesAtLeast() {
        assertLooks("matches", () -> MatchBuilder.matches(question, 1 << 20), nodes + edges / 1024);
        Selection matches = MatchBuilder.matches(question, 1 << 20).orElseThrow();
        assertLooks(
                "bounds of matches",
                () -> matches.bounds(0, counting),
                matches.graph().nodes());
        assertLooks(
                "prefixes of matches",
                () -> matches.prefixBounds(0, counting),
                matches.graph().nodes());
        assertLooks(
                "choices",
                () -> Marginals.of(space, matches, counting),
                matches.graph().edges());
    }

    @Test
    void searchingLooksAtEveryChoice() {
        Objective most = new Objective.Greatest(params);
        assertLooks("search", () -> BestFirstSearch.of(question, most, question.columnSlot(0), 1, 1 << 20), CHANNELS);
    }

    @Test
    void sortingLooksEveryFewComparisons() {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, 100_000).boxed().toList());
        Collections.shuffle(numbers, new Random(5));
        AtomicLong compared = new AtomicLong();
        Comparator<Integer> order = (left, right) -> {
            compared.incrementAndGet();
            return left.compareTo(right);
        };
        looks.set(0);
        numbers.sort(counting.during(order));
        assertThat(numbers).isSorted();
        assertThat(looks.get()).isEqualTo(compared.get() >> 8);
    }
}
