package dev.rfsweep.internal.query.wide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.RandomQuestion;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers of this package against brute force, with grids from one cell a node to exact. */
class WideTest {

    private static final Cancellation NEVER = Cancellation.of(Monitor.NONE);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsAreBoundedAndExactWhereTheGridIs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion drawn = RandomQuestion.draw(random);
        Column column = drawn.columns().get(random.nextInt(drawn.columns().size()));
        Question question = Question.of(drawn.space(), drawn.conditions(), List.of(column));
        if (question.filters().count() > 4) {
            return; // a line of the grid for each would be too many
        }
        BigInteger matches = BigInteger.valueOf(drawn.matches().size());
        int[] slots = slots(question, -1);
        Grid coarse = Grid.of(question.trellis(), slots, new long[slots.length], 1 << (10 + random.nextInt(8)), NEVER);
        int slot = question.columnSlot(0);
        int[] grouped = IntStream.concat(
                        IntStream.of(slot), Arrays.stream(slots).filter(other -> other != slot))
                .toArray();
        Grid byColumn = Grid.of(question.trellis(), grouped, new long[grouped.length], 1 << 18, NEVER);
        TreeMap<Long, BigInteger> expected = new TreeMap<>();
        int at = drawn.columns().indexOf(column);
        drawn.matches()
                .forEach(row -> expected.merge(FigureKey.of(row.values().get(at)), BigInteger.ONE, BigInteger::add));
        for (int cut = 1;
                cut <= question.trellis().nodes();
                cut += 1 + random.nextInt(question.trellis().nodes())) {
            Meeting meeting = new Meeting(question, coarse, cut, 0);
            assertThat(meeting.possible()).isGreaterThanOrEqualTo(matches);
            assertThat(meeting.sure()).isLessThanOrEqualTo(matches);
            if (coarse.isExact()) {
                assertThat(meeting.possible()).isEqualTo(meeting.sure());
            }
            if (byColumn.isExact()) {
                assertThat(new Meeting(question, byColumn, cut, 1).histogram()).isEqualTo(expected);
            }
        }
    }

    private static int[] slots(Question question, int also) {
        // A line for each of the first four; the other filters are looked at alone.
        return IntStream.concat(
                        IntStream.range(0, question.filters().count())
                                .map(question.filters()::slot)
                                .limit(4),
                        also < 0 ? IntStream.empty() : IntStream.of(also))
                .distinct()
                .toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walksMeetEveryMatchInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion drawn = RandomQuestion.draw(random);
        Question question = Question.of(drawn.space(), drawn.conditions(), List.of());
        int[] slots = slots(question, -1);
        Grid grid = Grid.of(question.trellis(), slots, new long[slots.length], 1 << random.nextInt(16), NEVER);
        Prospects prospects = new Prospects(question, new Completions(grid, NEVER));
        List<BigInteger> ids = new ArrayList<>();
        BigInteger from = BigInteger.valueOf(random.nextInt(100));
        assertThat(WideWalk.visit(prospects, NEVER, from, ids::add)).isTrue();
        assertThat(ids)
                .isEqualTo(drawn.matches().stream()
                        .map(Row::id)
                        .filter(id -> id.compareTo(from) >= 0)
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void drawsAreMatchesAndEveryMatchIsDrawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion drawn = RandomQuestion.draw(random);
        Question question = Question.of(drawn.space(), drawn.conditions(), List.of());
        int[] slots = slots(question, -1);
        Grid grid = Grid.of(question.trellis(), slots, new long[slots.length], 1 << random.nextInt(16), NEVER);
        WideSampler sampler = new WideSampler(new Prospects(question, new Completions(grid, NEVER)), seed);
        Set<BigInteger> all =
                new HashSet<>(drawn.matches().stream().map(Row::id).toList());
        assertThat(sampler.paths()).isGreaterThanOrEqualTo(BigInteger.valueOf(all.size()));
        if (sampler.paths().signum() > 0) {
            for (int draw = 0; draw < 200; draw++) {
                BigInteger id = sampler.draw();
                assertThat(id == null || all.contains(id)).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBestAreThoseOfBruteForce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion drawn = RandomQuestion.draw(random);
        int at = random.nextInt(drawn.columns().size());
        Column column = drawn.columns().get(at);
        Question question = Question.of(drawn.space(), drawn.conditions(), List.of(column));
        Objective objective =
                switch (random.nextInt(3)) {
                    case 0 -> new Objective.Least(column);
                    case 1 -> new Objective.Greatest(column);
                    default -> new Objective.Nearest(column, random.nextInt(300));
                };
        int[] slots = slots(question, question.columnSlot(0));
        int line = IntStream.range(0, slots.length)
                .filter(index -> slots[index] == question.columnSlot(0))
                .findFirst()
                .orElseThrow();
        Grid grid = Grid.of(question.trellis(), slots, new long[slots.length], 1 << random.nextInt(16), NEVER);
        Prospects prospects = new Prospects(question, new Completions(grid, NEVER));
        List<BigInteger> expected = drawn.matches().stream()
                .sorted(Comparator.<Row>comparingLong(
                                row -> objective.loss(FigureKey.of(row.values().get(at))))
                        .thenComparing(Row::id))
                .limit(7)
                .map(Row::id)
                .toList();
        assertThat(BestFirstSearch.of(
                        question, (node, sums) -> prospects.leastLoss(node, sums, line, objective), 7, Long.MAX_VALUE))
                .contains(expected);
        if (!(objective instanceof Objective.Nearest)) {
            int[] filtered = slots(question, -1);
            Grid ranges =
                    Grid.of(question.trellis(), filtered, new long[filtered.length], 1 << random.nextInt(16), NEVER);
            LeastLosses losses =
                    new LeastLosses(question, ranges, question.columnSlot(0), objective instanceof Objective.Greatest);
            assertThat(BestFirstSearch.of(question, losses, 7, Long.MAX_VALUE)).contains(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void frontsOfTwoAreThoseOfBruteForce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion drawn = RandomQuestion.draw(random);
        int one = random.nextInt(drawn.columns().size());
        int other = random.nextInt(drawn.columns().size());
        List<Column> columns = List.of(drawn.columns().get(one), drawn.columns().get(other));
        Question question = Question.of(drawn.space(), drawn.conditions(), columns);
        if (question.columnSlot(0) == question.columnSlot(1)) {
            return; // nothing to weigh
        }
        List<Objective> objectives = columns.stream()
                .map(column ->
                        random.nextBoolean() ? (Objective) new Objective.Least(column) : new Objective.Greatest(column))
                .toList();
        int second = question.columnSlot(1);
        int[] slots = slots(question, second);
        Grid grid = Grid.of(question.trellis(), slots, new long[slots.length], 1 << random.nextInt(14), NEVER);
        int line = IntStream.range(0, slots.length)
                .filter(index -> slots[index] == second)
                .findFirst()
                .orElseThrow();
        boolean greatest = objectives.get(1) instanceof Objective.Greatest;
        LeastLosses losses = LeastLosses.withBound(
                question,
                grid,
                question.columnSlot(0),
                objectives.get(0) instanceof Objective.Greatest,
                line,
                greatest);
        List<Label> points = WideFront.of(question, losses, line, second, greatest, Long.MAX_VALUE)
                .orElseThrow();
        TreeMap<List<Long>, List<BigInteger>> byPoint = new TreeMap<>(
                Comparator.<List<Long>>comparingLong(point -> point.get(0)).thenComparingLong(point -> point.get(1)));
        for (Row row : drawn.matches()) {
            List<Long> point = List.of(
                    objectives.get(0).loss(FigureKey.of(row.values().get(one))),
                    objectives.get(1).loss(FigureKey.of(row.values().get(other))));
            byPoint.computeIfAbsent(point, fresh -> new ArrayList<>()).add(row.id());
        }
        List<Label> expected = new ArrayList<>();
        long best = Long.MAX_VALUE;
        for (var entry : byPoint.entrySet()) {
            if (entry.getKey().get(1) < best) {
                best = entry.getKey().get(1);
                expected.add(new Label(
                        new long[] {entry.getKey().get(0), best},
                        BigInteger.valueOf(entry.getValue().size()),
                        entry.getValue().get(0)));
            }
        }
        assertThat(points).usingRecursiveFieldByFieldElementComparator().isEqualTo(expected);
    }

    /** A walk calls itself once for every step: what is longer is left to other ways. */
    @Test
    void pathsThatAreTooLongForAWalkAreLeftOut() {
        assertThat(WideAnswers.to(chain(2000))).isPresent();
        assertThat(WideAnswers.to(chain(3000))).isEmpty();
    }

    private static Question chain(int layers) {
        Space space = SpecParser.line("cn_r" + layers + "_k1,3_each").space();
        return Question.of(space, Conditions.parse("test", "rf=1..9", space.schema()), List.of());
    }
}
