package dev.rfsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.model.RfsweepException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers at the door against what one gets by looking at the networks of a small space one by one. */
class QueryTest {

    private static final SearchSpace SMALL = SearchSpace.of("3*cn_k3,5_s1,2_c8,16", "32");
    private static final Query SOME = SMALL.where("rf=9..30", "stride<=4");

    /** 4.0e27 variants. */
    private static final SearchSpace HUGE = SearchSpace.of("20*cn_k1,3,5,7_s1,2_dil1,2,4");

    private static final Comparator<Architecture> BY_ID = Comparator.comparing(Architecture::id);

    /** All that {@link #SOME} is about, in order of id. */
    private static List<Architecture> matches() {
        List<Architecture> matches = new ArrayList<>();
        for (long id = 0; id < SMALL.variants().longValueExact(); id++) {
            Architecture architecture = SMALL.architecture(id);
            long field = value(architecture, "rf");
            if (field >= 9 && field <= 30 && value(architecture, "stride") <= 4) {
                matches.add(architecture);
            }
        }
        assertThat(matches).hasSizeBetween(100, 500);
        return matches;
    }

    private static long value(Architecture architecture, String column) {
        return architecture.get(column).longValue();
    }

    static Stream<Query> bothWays() {
        return Stream.of(SOME, SOME.exhaustive(true), SOME.threads(1));
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void everyAnswerIsThatOfLookingOneByOne(Query query) {
        List<Architecture> matches = matches();
        assertThat(query.count()).isEqualTo(matches.size());
        assertThat(query.stream()).isEqualTo(matches);
        assertThat(query.stream("rf", "id").map(v -> value(v, "rf")))
                .isEqualTo(matches.stream().map(v -> value(v, "rf")).toList());
        assertThat(query.histogram("rf").values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(matches.size());
        assertThat(query.least("params", 5)).isEqualTo(best(matches, v -> value(v, "params")));
        assertThat(query.greatest("macs", 5)).isEqualTo(best(matches, v -> -value(v, "macs")));
        assertThat(query.nearest("rf", 20, 5)).isEqualTo(best(matches, v -> Math.abs(value(v, "rf") - 20)));
        assertThat(query.bounds().least().get(0).longValue())
                .isEqualTo(matches.stream().mapToLong(v -> value(v, "rf")).min().orElseThrow());
        assertThat(query.choices())
                .allMatch(choice -> choice.count().signum() >= 0)
                .hasSize(18);
        assertThat(query.sample(7, 1)).hasSize(7).isSubsetOf(matches).isSortedAccordingTo(BY_ID);
        assertThat(query.sample(10_000, 1)).isEqualTo(matches);
        assertThat(query.sample(7, 1)).isEqualTo(SOME.sample(7, 1));
    }

    private static List<Architecture> best(List<Architecture> matches, ToLongFunction<Architecture> loss) {
        return matches.stream()
                .sorted(Comparator.comparingLong(loss).thenComparing(BY_ID))
                .limit(5)
                .toList();
    }

    @Test
    void noPointOfTheFrontIsBeatenAndTheirCountsAreThoseOfTheirValues() {
        List<FrontPoint> front = SOME.pareto("rf:max", "params");
        List<Architecture> matches = matches();
        assertThat(front).hasSizeGreaterThan(2);
        for (FrontPoint point : front) {
            long field = value(point.architecture(), "rf");
            long params = value(point.architecture(), "params");
            assertThat(matches).noneMatch(other -> value(other, "rf") >= field && value(other, "params") < params);
            assertThat(point.count())
                    .isEqualTo(matches.stream()
                            .filter(v -> value(v, "rf") == field && value(v, "params") == params)
                            .count());
        }
    }

    @Test
    void decimalsAreTargetsOfRadii() {
        assertThat(SOME.nearest("erf", new BigDecimal("3.5"), 1)).hasSize(1);
    }

    /** More rows than a page has, with and without a way from match to match, from an id in the middle on. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesJoinWithoutASeam(boolean exhaustive) {
        SearchSpace space = SearchSpace.of("6*cn_k3,5,7_s1,2_dil1,2");
        for (String[] conditions : new String[][] {{}, {"rf=100..200", "stride=8"}, {"rf=300..320"}}) {
            Query query = space.where(conditions).exhaustive(exhaustive).ids(1_234_567, 1_300_000);
            List<BigInteger> ids = query.stream("id").map(Architecture::id).toList();
            assertThat(ids).hasSize(query.count().intValueExact()).isSorted().doesNotHaveDuplicates();
            assertThat(ids.get(0)).isGreaterThanOrEqualTo(BigInteger.valueOf(1_234_567));
            assertThat(ids.get(ids.size() - 1)).isLessThan(BigInteger.valueOf(1_300_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rf=1000..2000", "rf=3", "params>0"})
    @Timeout(10)
    void theFirstOfAHugeSpaceComeAtOnce(String condition) {
        SearchSpace space = condition.startsWith("params") ? SearchSpace.of("40*cn_k1,3,5,7_s1,2_c8,16,24") : HUGE;
        assertThat(space.where(condition).stream("id", "rf").limit(5)).hasSize(5);
        assertThat(space.where().exhaustive(true).stream("id", "rf").limit(5)).hasSize(5);
    }

    @Test
    @Timeout(10)
    void anAbandonedStreamLeavesNoThread() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Iterator<Architecture> rows =
                HUGE.where("rf=1000..2000").threads(4).stream().iterator();
        for (int row = 0; row < 1000; row++) {
            rows.next();
        }
        assertThat(rows.hasNext()).isTrue();
        // Threads of the last page go as soon as they notice.
        while (!before.containsAll(workers())) {
            Thread.sleep(10);
        }
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ForkJoinPool-"))
                .toList();
    }

    @Test
    void nothingIsWorkedOutBeforeARowIsWanted() {
        SearchSpace overflowing = SearchSpace.of("cn_k3 70*cn_k9_s2");
        Stream<Architecture> rows = overflowing.where().stream("rf");
        assertThatThrownBy(rows::toList).isInstanceOf(RfsweepException.class);
    }

    @Test
    @Timeout(30)
    void aStreamAndASweepCanBeCancelled() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Query all = HUGE.where().withCancellation(cancelled::get);
        Iterator<Architecture> rows = all.stream("rf").iterator();
        rows.next();
        cancelled.set(true);
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {})).isInstanceOf(CancellationException.class);
        Query sweep = SearchSpace.of("9*cn_k3,5,7_s1,2_dil1,2").where("rf=101").exhaustive(true);
        long began = System.nanoTime();
        assertThatThrownBy(sweep.withCancellation(() -> System.nanoTime() - began > 100_000_000)::count)
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void conditionsAddUpAndQueriesDoNotChange() {
        BigInteger before = SOME.count();
        assertThat(SOME.where("params<=2000").count()).isLessThan(before);
        assertThat(SMALL.where("rf=9..30").where("stride<=4").count()).isEqualTo(before);
        assertThat(SOME.count()).isEqualTo(before);
    }

    @Test
    void rowsShowWhatWasAskedFor() {
        assertThat(SOME.columns("id", "rf").least("rf", 1)).hasToString("[id=4 rf=9]");
        assertThat(SOME.columns("id").least("rf", 1)).hasToString("[id=4]");
        assertThat(SOME.least("rf", 1).get(0).values().keySet()).containsExactlyElementsOf(SMALL.columns());
    }
}
