package dev.rfsweep.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the invocations wrote; JMH reports rates, rows and bytes per second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class OutputCounters {

    /** Rows that were encoded. */
    public long rows;

    /** Bytes they became. */
    public long bytes;
}
