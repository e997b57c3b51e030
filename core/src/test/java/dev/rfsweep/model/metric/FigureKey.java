package dev.rfsweep.model.metric;

/** What figures are compared by, for tests that hold it against the oracle. */
public final class FigureKey {

    private FigureKey() {}

    public static long of(Figure figure) {
        return figure.key();
    }
}
