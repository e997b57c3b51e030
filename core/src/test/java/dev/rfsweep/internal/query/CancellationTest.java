package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.RowList;
import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Objective;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions of every kind can be stopped, wherever they are. */
class CancellationTest {

    /** Enough for a machine that is overloaded; a question looks every few milliseconds. */
    private static final long BOUND_MILLIS = 3000;

    private static final long HEAD_START_MILLIS = 150;

    /** Counts how often it is looked at and stops at one look. */
    private static final class Looks implements Monitor {
        private final AtomicLong seen = new AtomicLong();
        private final long stopAt;

        Looks(long stopAt) {
            this.stopAt = stopAt;
        }

        @Override
        public boolean stopped() {
            return seen.incrementAndGet() >= stopAt;
        }
    }

    /** Every kind of question that is not a stream; those about rows look at all columns of {@code space}. */
    static Map<String, Consumer<Answers>> kinds(Space space) {
        List<Column> all = space.schema().columns();
        Column first = all.get(0);
        Column last = all.get(all.size() - 1);
        Map<String, Consumer<Answers>> kinds = new LinkedHashMap<>();
        kinds.put("count", Answers::count);
        kinds.put("histogram", query -> query.histogram(last));
        kinds.put("sample", query -> query.sample(all, 3, 1));
        kinds.put("page", query -> query.page(all, BigInteger.ZERO, 3));
        kinds.put("into", query -> query.into(all, Collect.rows()));
        kinds.put("top", query -> query.top(all, last, true, 3));
        kinds.put("nearest", query -> query.nearest(all, first, 40, 3));
        kinds.put("choices", Answers::choices);
        kinds.put(
                "pareto",
                query -> query.pareto(all, List.of(new Objective.Least(last), new Objective.Nearest(first, 40))));
        kinds.put("bounds", query -> query.bounds(all));
        kinds.put("plan", query -> query.plan(all));
        kinds.put("planCounts", query -> query.planCounts(List.of(first)));
        kinds.put("planRows", query -> query.planRows(all));
        return kinds;
    }

    /** Whatever the answer is made from, it has not ended when it is stopped at its last look. */
    @Test
    void everyLookStopsEveryKindOfQuestion() {
        Space space = space(32, "4*cn_k3,5_s1,2_c8,16");
        List<Condition> conditions = conditions(space, "rf=9..40", "params=..5000");
        SplittableRandom random = new SplittableRandom(19);
        for (Answers query : List.of(
                Answers.over(space, conditions),
                Answers.over(space, conditions)
                        .withoutAlgebra()
                        .sweeping(Sweep.over(space).where(conditions).threads(2)))) {
            kinds(space).forEach((kind, question) -> {
                Looks looks = new Looks(Long.MAX_VALUE);
                question.accept(query.watchedBy(looks));
                assertThat(looks.seen.get()).as(kind).isPositive();
                for (long at : new long[] {1, 1 + random.nextLong(looks.seen.get()), looks.seen.get()}) {
                    assertThatThrownBy(() -> question.accept(query.watchedBy(new Looks(at))))
                            .as("%s, look %d of %d", kind, at, looks.seen.get())
                            .isInstanceOf(CancellationException.class);
                }
            });
        }
    }

    /** Questions that take long: compiling, states, lines, searching, looking at every variant. */
    static Stream<String> longKinds() {
        return Stream.of(
                "compile", "count", "histogram", "top", "nearest", "pareto", "choices", "bounds", "planRows", "sweep");
    }

    @ParameterizedTest
    @MethodSource("longKinds")
    void longQuestionsEndSoonAfterAnotherThreadStopsThem(String kind) throws Exception {
        boolean[] stop = {false};
        Object lock = new Object();
        Monitor monitor = new Monitor() {
            @Override
            public boolean stopped() {
                synchronized (lock) {
                    return stop[0];
                }
            }
        };
        Runnable question = question(kind, monitor);
        CompletableFuture<Void> answer = CompletableFuture.runAsync(question);
        Thread.sleep(HEAD_START_MILLIS);
        assertThat(answer).as("too fast to be stopped").isNotDone();
        synchronized (lock) {
            stop[0] = true;
        }
        assertEnds(answer);
    }

    @ParameterizedTest
    @MethodSource("longKinds")
    void longQuestionsEndSoonAfterTheirThreadIsInterrupted(String kind) throws Exception {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Runnable question = question(kind, Monitor.NONE);
        Thread asker = new Thread(() -> {
            try {
                question.run();
                answer.complete(null);
            } catch (Throwable thrown) {
                answer.completeExceptionally(thrown);
            }
        });
        asker.start();
        Thread.sleep(HEAD_START_MILLIS);
        assertThat(answer).as("too fast to be stopped").isNotDone();
        asker.interrupt();
        assertEnds(answer);
    }

    private static void assertEnds(CompletableFuture<Void> answer) {
        assertThat(answer.handle((none, thrown) -> String.valueOf(thrown))
                        .orTimeout(BOUND_MILLIS, TimeUnit.MILLISECONDS))
                .succeedsWithin(BOUND_MILLIS, TimeUnit.MILLISECONDS)
                .asString()
                .contains("CancellationException");
    }

    private static Runnable question(String kind, Monitor monitor) {
        if (kind.equals("compile")) {
            // Every choice of channels makes other states.
            String channels =
                    IntStream.rangeClosed(1, 60).mapToObj(Integer::toString).collect(Collectors.joining(","));
            Space many = space(999, "12*cn_k2,3,5,7,9_pad0_c" + channels);
            return () -> Answers.over(many, List.of())
                    .watchedBy(monitor)
                    .histogram(many.schema().column("macs").orElseThrow());
        }
        Space space =
                SpecParser.line("16*cn_k1,3,5,7_s1,2_dil1,2,4_c8,24,40,56").space();
        if (kind.equals("sweep")) {
            List<Condition> odd = conditions(space, "rf=200..201", "params=100001..100003");
            Sweep some = Sweep.over(space)
                    .where(odd)
                    .ids(BigInteger.ZERO, BigInteger.TWO.pow(45))
                    .threads(2);
            return () -> Answers.over(space, odd)
                    .sweeping(some)
                    .withoutAlgebra()
                    .watchedBy(monitor)
                    .count();
        }
        List<Condition> odd = conditions(space, "params=100001..600003", "rf=201..401");
        return () -> kinds(space).get(kind).accept(Answers.over(space, odd).watchedBy(monitor));
    }

    /** What has been handed out is not lost: the outcome of a stream tells where to go on. */
    @Test
    void aStreamThatIsStoppedTellsWhereToGoOn() {
        Space space = SpecParser.line("9*cn_k3,5,7_s1,2").space();
        List<Condition> conditions = conditions(space, "rf=30..90");
        boolean[] stop = {false};
        Monitor monitor = new Monitor() {
            @Override
            public boolean stopped() {
                return stop[0];
            }
        };
        List<Object> rows = new ArrayList<>();
        try {
            Outcome outcome = Answers.over(space, conditions).watchedBy(monitor).stream(
                    space.schema().columns(), new RowList(), BigInteger.ZERO, Long.MAX_VALUE, chunk -> {
                        rows.addAll(chunk);
                        stop[0] = true;
                    });
            assertThat(outcome.complete()).isFalse();
            assertThat(outcome.rows()).isEqualTo(rows.size()).isPositive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStreamThatIsStoppedWhileItIsPreparedHasNoRows() throws IOException {
        Space space = SpecParser.line("9*cn_k3,5,7_s1,2").space();
        Answers query = Answers.over(space, conditions(space, "rf=30..90")).watchedBy(new Looks(1));
        for (Answers stopped : List.of(query, query.withoutAlgebra())) {
            assertThat(stopped.stream(space.schema().columns(), new RowList(), BigInteger.ZERO, 9, chunk -> {}))
                    .isEqualTo(new Outcome(0, false, BigInteger.ZERO));
        }
    }

    private static Space space(int size, String stages) {
        String input = "{channels: 3, size: " + size + "}";
        return SpecParser.text("space", "{input: " + input + ", stages: ['" + stages + "']}", false)
                .space();
    }

    private static List<Condition> conditions(Space space, String... texts) {
        return Stream.of(texts)
                .flatMap(text -> Conditions.parse("test", text, space.schema()).stream())
                .toList();
    }
}
