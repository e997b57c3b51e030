package dev.rfsweep.internal.onnx.operators;

/**
 * A scale as an exact fraction.
 *
 * @param numerator at least 1
 * @param denominator at least 1
 */
record ScaleFactor(long numerator, long denominator) {

    private static final int MOST_STEPS = 64;

    /**
     * The simplest fraction that a {@code float} holds as {@code scale}. Files store 1/3 as 0.33333334, and whoever wrote
     * it meant a third.
     *
     * @param scale positive and finite
     */
    static ScaleFactor of(float scale) {
        long before = 0;
        long over = 1;
        long beforeUnder = 1;
        long under = 0;
        double rest = scale;
        for (int step = 0; step < MOST_STEPS; step++) {
            long whole = (long) Math.floor(rest);
            long nextOver = Math.addExact(Math.multiplyExact(whole, over), before);
            long nextUnder = Math.addExact(Math.multiplyExact(whole, under), beforeUnder);
            before = over;
            over = nextOver;
            beforeUnder = under;
            under = nextUnder;
            if (over > 0 && (float) ((double) over / under) == scale) {
                return new ScaleFactor(over, under);
            }
            rest = 1 / (rest - whole);
        }
        throw new ArithmeticException("scale " + scale + " is no simple fraction");
    }

    boolean isOne() {
        return numerator == denominator;
    }
}
