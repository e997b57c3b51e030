package dev.rfsweep.internal.query;

import dev.rfsweep.internal.query.Explanation.Way;
import dev.rfsweep.model.Monitor;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees what is done for an answer. */
final class Witness implements Monitor {

    private final AtomicInteger trellises = new AtomicInteger();
    private final AtomicInteger selections = new AtomicInteger();
    private final AtomicInteger guided = new AtomicInteger();
    private final AtomicInteger swept = new AtomicInteger();

    @Override
    public void compiled() {
        trellises.incrementAndGet();
    }

    @Override
    public void selected() {
        selections.incrementAndGet();
    }

    @Override
    public void begin(BigInteger paths, boolean matchesAlone) {
        (matchesAlone ? guided : swept).incrementAndGet();
    }

    /** How many trellises were built. */
    int trellises() {
        return trellises.get();
    }

    /** How often the matches were selected from one. */
    int selections() {
        return selections.get();
    }

    /** The way that the engine went. Algebra does not go along paths at all; nor does an enumeration of nothing. */
    Way way() {
        if (guided.get() > 0 && swept.get() > 0) {
            throw new AssertionError("went two ways");
        }
        return guided.get() > 0 ? Way.GUIDED : swept.get() > 0 ? Way.SWEEP : Way.ALGEBRA;
    }
}
