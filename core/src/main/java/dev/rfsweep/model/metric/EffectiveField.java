package dev.rfsweep.model.metric;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.Window;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.LongUnaryOperator;

/**
 * Weight-free effective receptive field radius {@code r = 2*sqrt(V)}, in input pixels, where {@code V} is the variance of
 * the path density. Its key, which no other class understands, is {@code 12V = 3*r*r}: the least multiple of the variance
 * that is whole for every window.
 */
public final class EffectiveField extends Metric {

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /** Three times its square still fits into a {@code long}. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    /** So many digits that the root of a {@code long} is rounded correctly to a double and to the decimals that are written. */
    private static final MathContext DIGITS = new MathContext(60);

    private static final int DECIMALS = 4;

    EffectiveField() {
        super("erf", "input pixels", true, Need.STRIDE, Need.VARIANCE);
    }

    /** Twelve times the variance of a uniform density over the taps of {@code window}. */
    public static long spread(Window window) {
        long square = (long) window.dilation() * window.dilation();
        return Exact.times("erf", square, (long) window.kernel() * window.kernel() - 1);
    }

    @Override
    public long seen(AxisField field, long depth) {
        return field.spread();
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public Number value(long key) {
        return nearest(key);
    }

    @Override
    public void values(long[] keys, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = nearest(keys[i]);
        }
    }

    /**
     * The double nearest to the radius. A root of a double is off by a unit in the last place or so; one step of Newton's method,
     * from what its square lacks of the key, says by how much, and only near the middle of two doubles that is not enough.
     */
    static double nearest(long key) {
        double guess = Math.sqrt(key / 3.0);
        double square = guess * guess;
        double high = key;
        double lacks = Math.fma(-3, square, high) + (key - (long) high) - 3 * Math.fma(guess, guess, -square);
        double step = guess == 0 ? 0 : lacks / (6 * guess);
        double sum = guess + step;
        double rest = step - (sum - guess);
        double half = Math.min(Math.ulp(sum), sum - Math.nextDown(sum)) / 2;
        return key > 0 && Math.abs(rest) < half * 0.999 ? sum : radius(key).doubleValue();
    }

    @Override
    public int decimals() {
        return DECIMALS;
    }

    /** A double is exact enough unless the radius is near the middle of two decimals, or large. */
    @Override
    public long rounded(long key) {
        double guess = Math.sqrt(key / 3.0) * 1e4;
        double fraction = guess - Math.floor(guess);
        return guess < 1e9 && Math.abs(fraction - 0.5) > 1e-3
                ? Math.round(guess)
                : radius(key)
                        .movePointRight(DECIMALS)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    @Override
    public void round(long[] keys) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = rounded(keys[i]);
        }
    }

    private static BigDecimal radius(long key) {
        return BigDecimal.valueOf(key).divide(THREE, DIGITS).sqrt(DIGITS);
    }

    @Override
    public BigDecimal largest() {
        return LARGEST;
    }

    @Override
    public Range keys(BigDecimal low, BigDecimal high) {
        return new Range(
                low == null || low.signum() <= 0
                        ? Long.MIN_VALUE
                        : key(low).setScale(0, RoundingMode.CEILING).longValueExact(),
                high == null
                        ? Long.MAX_VALUE
                        : high.signum() < 0
                                ? -1
                                : key(high).setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private static BigDecimal key(BigDecimal radius) {
        return radius.multiply(radius).multiply(THREE);
    }

    /**
     * A radius r below the target t is as far from it as its mirror image 2t - r above it, so distances are ordered like the keys
     * of radii above the target. The key of a mirror image need not be whole. Keys are therefore doubled, and one that
     * is not whole becomes the odd number between its neighbours; mirror images are more than 1 apart in key, so their
     * order is kept. Twice the whole part of the target's own key is subtracted, which keeps the numbers small.
     */
    @Override
    public LongUnaryOperator distance(BigDecimal target) {
        BigDecimal own = key(target);
        BigInteger floor = own.setScale(0, RoundingMode.FLOOR).toBigInteger();
        return key -> {
            BigInteger twice = BigDecimal.valueOf(key).compareTo(own) >= 0
                    ? BigInteger.valueOf(key).shiftLeft(1)
                    : mirrored(key, target);
            return twice.subtract(floor.shiftLeft(1)).longValueExact();
        };
    }

    /**
     * Twice the key of the mirror image, {@code 3*(2t - r)^2 = 12t^2 + key - 4t*sqrt(3*key)}, or the odd number above twice its
     * whole part.
     */
    private static BigInteger mirrored(long key, BigDecimal target) {
        // With t = n / 10^d, the root is that of 48*n^2*key / 10^2d.
        int scale = Math.max(target.scale(), 0);
        BigInteger unit = BigInteger.TEN.pow(scale);
        BigInteger n = target.setScale(scale).unscaledValue();
        BigInteger whole = n.pow(2)
                .multiply(BigInteger.valueOf(12))
                .add(BigInteger.valueOf(key).multiply(unit.pow(2)));
        BigInteger square =
                n.multiply(unit).pow(2).multiply(BigInteger.valueOf(48)).multiply(BigInteger.valueOf(key));
        BigInteger[] root = square.sqrtAndRemainder();
        // whole and root are over unit^2; a root that is not whole lies above its whole part.
        boolean exact = root[1].signum() == 0;
        BigInteger numerator = whole.subtract(root[0]).subtract(exact ? BigInteger.ZERO : BigInteger.ONE);
        BigInteger[] parts = numerator.divideAndRemainder(unit.pow(2));
        boolean isWhole = exact && parts[1].signum() == 0;
        return parts[0].shiftLeft(1).add(isWhole ? BigInteger.ZERO : BigInteger.ONE);
    }
}
