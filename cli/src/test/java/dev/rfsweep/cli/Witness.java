package dev.rfsweep.cli;

import dev.rfsweep.model.Monitor;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees what a command has done for its answer. */
final class Witness implements Monitor {

    final AtomicInteger trellises = new AtomicInteger();
    final AtomicInteger selections = new AtomicInteger();
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

    /** The way that the engine went, as a plan in JSON names it. Algebra does not go along paths at all. */
    String way() {
        if (guided.get() > 0 && swept.get() > 0) {
            return "guided and sweep";
        }
        return guided.get() > 0 ? "guided" : swept.get() > 0 ? "sweep" : "algebra";
    }
}
