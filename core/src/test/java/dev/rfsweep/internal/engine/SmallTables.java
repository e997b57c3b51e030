package dev.rfsweep.internal.engine;

/** Suffix tables of so few rows that a small space has many blocks, for tests of other rooms. */
public final class SmallTables {

    private SmallTables() {}

    public static Sweep of(Sweep sweep, int rows) {
        return sweep.tableRows(rows);
    }
}
