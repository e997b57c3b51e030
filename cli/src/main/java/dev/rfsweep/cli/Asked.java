package dev.rfsweep.cli;

import dev.rfsweep.engine.Sweep;
import dev.rfsweep.query.Query;
import dev.rfsweep.space.Schema;
import dev.rfsweep.space.Space;
import dev.rfsweep.spec.Spec;

/**
 * What the user asked, read and checked.
 *
 * @param spec the space
 * @param range the ids
 * @param sweep the question to the engine, without columns yet
 * @param answers the same question, answered without looking at every variant where that is feasible
 * @param progress what the user sees meanwhile
 * @param options where it came from
 * @param console where notices go
 */
record Asked(
        Spec spec, IdRange range, Sweep sweep, Query answers, Progress progress, QueryOptions options, Console console)
        implements AutoCloseable {

    Space space() {
        return spec.space();
    }

    Schema schema() {
        return spec.space().schema();
    }

    /** To be called with text the user wrote where a metric stands. */
    void noticeFlops(String written) {
        options.noticeFlops(written, console);
    }

    @Override
    public void close() {
        progress.close();
    }
}
