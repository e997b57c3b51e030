package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.sink.Extremes;
import dev.rfsweep.internal.engine.sink.Histogram;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The answers by brute force, for where algebra is given up.
 *
 * @param sweep the question, compiled
 * @param limit how far algebra was tried before
 */
record Swept(Sweep sweep, AlgebraLimit limit) {

    /** Every variant is looked at, even where a sweep would count by algebra itself. */
    BigInteger countOneByOne() {
        return run(sweep.exhaustive(true)::count);
    }

    BigInteger count() {
        return run(sweep::count);
    }

    SortedMap<Figure, BigInteger> histogram() {
        SortedMap<Figure, BigInteger> counts = new TreeMap<>();
        into(Histogram.of(0)).forEach((value, count) -> counts.put(value, BigInteger.valueOf(count)));
        return counts;
    }

    Bounds bounds(List<Column> columns) {
        Extremes.Result swept = into(Extremes.of(columns));
        return new Bounds(BigInteger.valueOf(swept.count()), swept.least(), swept.most());
    }

    /** The ids of the matches number {@code ranks}. */
    List<BigInteger> ids(SortedSet<BigInteger> ranks) {
        return SweptIds.pick(sweep, ranks);
    }

    List<ChoiceCount> choices(Space space) {
        return run(() -> Marginals.of(space, sweep));
    }

    public <S, R> R into(Sink<S, R> sink) {
        return run(() -> sweep.into(sink));
    }

    /** Tells both reasons where that is refused, too. */
    private <T> T run(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RefusedException refused) {
            throw limit.isTried() ? Budget.exceeded(limit.states(), refused) : refused;
        }
    }
}
