package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.sink.TopK;
import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.internal.query.Explanation.Way;
import dev.rfsweep.internal.query.best.Front;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.internal.query.count.StateTally;
import dev.rfsweep.internal.query.wide.WideAnswers;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Settles the way to each answer: by algebra where that is feasible, and otherwise by a sweep. The plan that explains an answer
 * is the one that gives it. Whether algebra gets there shows only on the way, so planning goes it; no variant is looked at.
 *
 * @param question the question about the columns that the answer looks at, compiled once for all of this
 */
record Planner(Scope scope, Question question) {

    /** Prefixes that a search without a grid tries first: no time at all. */
    private static final long FEW_CANDIDATES = 1 << 14;

    /** The number of matches. */
    Planned<BigInteger> count() {
        if (scope.conditions().isEmpty()) {
            Optional<BigInteger> valid = scope.limit().attempt(states -> Optional.of(question.valid()));
            return counted(valid, Function.identity(), swept()::countOneByOne);
        }
        return counted(
                states -> StateTally.of(question, states).map(counts -> counts.getOrDefault(0L, BigInteger.ZERO)),
                WideAnswers::count,
                Function.identity(),
                swept()::count);
    }

    /** The number of matches by value of {@code column}, which the question is about. */
    Planned<SortedMap<Figure, BigInteger>> histogram(Column column) {
        int slot = question.columnSlot(0);
        return counted(
                states -> StateTally.of(question, slot, states).map(found -> figures(column.metric(), found)),
                wide -> wide.histogram(slot).map(found -> figures(column.metric(), found)),
                found -> found.values().stream().reduce(BigInteger.ZERO, BigInteger::add),
                swept()::histogram);
    }

    private SortedMap<Figure, BigInteger> figures(Metric metric, SortedMap<Long, BigInteger> countOfKey) {
        SortedMap<Figure, BigInteger> counts = new TreeMap<>();
        countOfKey.forEach((key, count) -> {
            question.cancellation().check();
            counts.put(new Figure(metric, key), count);
        });
        return counts;
    }

    /** Few states are the fastest way; where they do not do, there are wide sums, and many states only then. */
    private <T> Planned<T> counted(
            LongFunction<Optional<T>> byStates,
            Function<WideAnswers, Optional<T>> byWideSums,
            Function<T, BigInteger> total,
            Supplier<T> sweep) {
        long states = scope.limit().states();
        Optional<T> found = scope.limit().attempt(most -> byStates.apply(few()));
        if (found.isPresent() || !scope.limit().isTried()) {
            return counted(found, total, sweep);
        }
        return wide().flatMap(byWideSums)
                .map(value -> new Planned<>(Way.ALGEBRA, () -> value, () -> explainer()
                        .algebra("where two halves of all paths meet", tooMany(few()), total.apply(value))))
                .orElseGet(() -> counted(few() == states ? found : byStates.apply(states), total, sweep));
    }

    /** Counting keeps no states to tell of, so an explanation makes them. */
    private <T> Planned<T> counted(Optional<T> found, Function<T, BigInteger> total, Supplier<T> sweep) {
        return found.map(value -> new Planned<>(Way.ALGEBRA, () -> value, () -> matches()
                        .map(explainer()::algebra)
                        .orElseGet(() ->
                                explainer().algebra("along the sum of most values", tooMany(), total.apply(value)))))
                .orElseGet(() -> bySweep("counting", this::matches, sweep));
    }

    /** The ids of the matches of those numbers that {@code ranks} picks out of how many there are. */
    Planned<List<BigInteger>> picked(Function<BigInteger, SortedSet<BigInteger>> ranks) {
        return picked(matches(), ranks);
    }

    private Planned<List<BigInteger>> picked(
            Optional<Selection> found, Function<BigInteger, SortedSet<BigInteger>> ranks) {
        return fromMatches(
                found,
                matches -> ranks.apply(matches.count()).stream()
                        .map(rank -> id(matches, rank))
                        .toList(),
                () -> swept().ids(ranks.apply(swept().count())));
    }

    private BigInteger id(Selection matches, BigInteger rank) {
        question.cancellation().check();
        return matches.id(rank);
    }

    Planned<List<ChoiceCount>> choices() {
        return fromMatches(
                matches(),
                matches -> Marginals.of(scope.space(), matches, question.cancellation()),
                () -> swept().choices(scope.space()));
    }

    /** How an answer is found that the matches alone decide. */
    Explanation explanation() {
        return fromMatches(matches(), matches -> matches, () -> null).explain();
    }

    /** The ids of {@code most} matches, all sets of so many equally likely. */
    Planned<List<BigInteger>> sample(int most, long seed) {
        Optional<Selection> matches = scope.limit().attempt(states -> MatchBuilder.matches(question, few()));
        if (matches.isEmpty() && scope.limit().isTried()) {
            Optional<List<BigInteger>> drawn = wide().flatMap(wide -> wide.sample(most, seed));
            if (drawn.isPresent()) {
                return new Planned<>(Way.ALGEBRA, drawn::get, () -> explainer()
                        .algebra("by draws among the paths that may match", tooMany(few()), null));
            }
            matches = matches();
        }
        return picked(matches, count -> UniformDraw.distinct(count, most, seed, question.cancellation()));
    }

    private <T> Planned<T> fromMatches(Optional<Selection> matches, Function<Selection, T> answer, Supplier<T> sweep) {
        return matches.map(found -> new Planned<>(Way.ALGEBRA, () -> answer.apply(found), () -> explainer()
                        .algebra(found)))
                .orElseGet(() -> bySweep(sweep));
    }

    /** The ids of the {@code most} best by {@code objective}, which the question is about. */
    Planned<List<BigInteger>> best(Objective objective, int most) {
        return scope.limit()
                .attempt(states -> best(new BestMatches(question, objective, most), states))
                .orElseGet(() -> bySweep(() -> swept().into(TopK.by(0, objective::loss, most)).stream()
                        .map(row -> row.id())
                        .toList()));
    }

    /**
     * Going through the states is fastest where they are few, and whether they are few shows soon. Where they are many, a best-first
     * search usually ends sooner.
     */
    private Optional<Planned<List<BigInteger>>> best(BestMatches winners, long states) {
        return bestByStates(winners, few())
                .or(() -> winners.bySearch(Math.min(states, FEW_CANDIDATES))
                        .or(() -> wide().flatMap(
                                        wide -> wide.best(winners.objective(), question.columnSlot(0), winners.most())))
                        .or(() -> winners.bySearch(states))
                        .map(ids -> new Planned<>(Way.ALGEBRA, () -> ids, () -> explainer()
                                .algebra("by trying the best prefixes first", tooMany(few()), null))))
                .or(() -> few() == states ? Optional.empty() : bestByStates(winners, states));
    }

    private Optional<Planned<List<BigInteger>>> bestByStates(BestMatches winners, long states) {
        return winners.matches(states)
                .map(matches -> new Planned<>(Way.ALGEBRA, () -> winners.among(matches), () -> explainer()
                        .algebra(matches)));
    }

    /** The Pareto front of {@code objectives}, in whose order the question has its columns. */
    Planned<List<Label>> front(List<Objective> objectives) {
        Supplier<List<Label>> sweep = () -> swept().into(new SweptFront(objectives, question.cancellation()));
        int[] slots =
                IntStream.range(0, objectives.size()).map(question::columnSlot).toArray();
        Optional<Selection> matches = scope.limit().attempt(states -> MatchBuilder.matches(question, few()));
        if (matches.isEmpty()) {
            Optional<List<Label>> wide =
                    scope.limit().attempt(states -> wide().flatMap(answers -> answers.front(objectives, slots)));
            if (wide.isPresent()) {
                return new Planned<>(
                        Way.ALGEBRA, wide::get, () -> explainer().algebra("point by point", tooMany(few()), null));
            }
            matches = matches();
        }
        if (matches.isEmpty()) {
            return bySweep(sweep);
        }
        Selection found = matches.get();
        return Front.of(found, objectives, slots, scope.limit().states(), question.cancellation())
                .map(front -> new Planned<>(
                        Way.ALGEBRA, () -> front, () -> explainer().algebra(found)))
                .orElseGet(() -> bySweep("the front", () -> Optional.of(found), sweep));
    }

    /** Column by column: each trellis has only the states that one column needs. */
    Planned<Bounds> bounds(List<Column> columns) {
        Optional<Bounds> bounds = scope.limit().attempt(states -> bounds(columns, states));
        return bounds.map(found -> new Planned<>(Way.ALGEBRA, () -> found, () -> matches()
                        .map(explainer()::algebra)
                        .orElseGet(() -> explainer().algebra("column by column", tooMany(), null))))
                .orElseGet(() -> bySweep("one of the columns", this::matches, () -> scope.swept(scope.question(columns))
                        .bounds(columns)));
    }

    private Optional<Bounds> bounds(List<Column> columns, long states) {
        List<Figure> least = new ArrayList<>();
        List<Figure> most = new ArrayList<>();
        for (Column column : columns) {
            Question one = scope.question(List.of(column));
            Optional<Selection> matches = MatchBuilder.matches(one, states);
            if (matches.isEmpty()) {
                return Optional.empty();
            }
            if (!matches.get().graph().isEmpty()) {
                int slot = one.columnSlot(0);
                int constant = one.trellis().constant(slot);
                SumBounds sums = matches.get().bounds(slot, one.cancellation());
                least.add(new Figure(column.metric(), sums.least()[0] + constant));
                most.add(new Figure(column.metric(), sums.most()[0] + constant));
            }
        }
        return Optional.of(count())
                .filter(count -> count.way() == Way.ALGEBRA)
                .map(count -> new Bounds(count.get(), least, most));
    }

    /** The matches themselves. */
    Rows rows() {
        boolean allMatch = scope.limit().isTried()
                && scope.conditions().isEmpty()
                && question.valid().equals(scope.ids());
        if (allMatch) {
            return new Rows(scope, question, Optional.empty(), true, () -> explainer()
                    .sweep("every variant matches", scope.ids()));
        }
        Optional<Selection> guide =
                scope.limit().attempt(states -> MatchBuilder.matches(question, Budget.statesOfGuide(states)));
        Optional<WideAnswers> wide = guide.isEmpty() ? scope.limit().attempt(states -> wide()) : Optional.empty();
        if (wide.isPresent()) {
            String reason = tooMany(Budget.statesOfGuide(scope.limit().states()));
            return new Rows(
                    scope, question, wide.get().matches(), () -> explainer().guided(reason));
        }
        return new Rows(scope, question, guide, false, () -> guide.map(explainer()::guided)
                .orElseGet(() -> explainer()
                        .sweep(
                                noAlgebra(tooMany(
                                        Budget.statesOfGuide(scope.limit().states()))),
                                null)));
    }

    /** States that are had in no time, whatever else may be done. */
    private long few() {
        return Math.min(scope.limit().states(), Budget.FEW_STATES);
    }

    private Optional<WideAnswers> wide() {
        return scope.ids().bitLength() >= scope.limit().wideBits() ? WideAnswers.to(question) : Optional.empty();
    }

    private Optional<Selection> matches() {
        return scope.limit().attempt(states -> MatchBuilder.matches(question, states));
    }

    /** By a sweep, because {@code what} takes too many states, even where there are not too many to have the matches. */
    private <T> Planned<T> bySweep(String what, Supplier<Optional<Selection>> matches, Supplier<T> answer) {
        return new Planned<>(Way.SWEEP, answer, () -> matches.get()
                .map(found -> explainer()
                        .sweep(what + " takes more than " + scope.limit().states() + " states", found.count()))
                .orElseGet(() -> explainer().sweep(noAlgebra(tooMany()), null)));
    }

    /** By a sweep, because there are too many states. */
    private <T> Planned<T> bySweep(Supplier<T> answer) {
        return new Planned<>(Way.SWEEP, answer, () -> explainer().sweep(noAlgebra(tooMany()), null));
    }

    private String noAlgebra(String reason) {
        return scope.limit().isTried() ? reason : "every variant is to be evaluated";
    }

    private String tooMany() {
        return tooMany(scope.limit().states());
    }

    private static String tooMany(long states) {
        return "there are more than " + states + " states";
    }

    private Swept swept() {
        return scope.swept(question);
    }

    private Explainer explainer() {
        return new Explainer(scope.space(), question, scope.sweep().on(question).plan());
    }
}
