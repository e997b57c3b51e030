package dev.rfsweep.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.LongUnaryOperator;

/**
 * Weight-free effective receptive field radius {@code r = 2*sqrt(V)}, in input pixels, where {@code V} is the variance of
 * the path density. Its key is {@code 12V = 3*r*r}, which is whole.
 */
final class EffectiveField extends Metric {

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /** Three times its square still fits into a {@code long}. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    /** So many digits that the root of a {@code long} is rounded correctly to a double and to the decimals that are written. */
    private static final MathContext DIGITS = new MathContext(60);

    private static final int DECIMALS = 4;

    EffectiveField() {
        super("erf", "input pixels", true, Need.STRIDE, Need.VARIANCE);
    }

    @Override
    public long seen(AxisField field, long depth) {
        return field.variance12();
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public Number value(long key) {
        return radius(key).doubleValue();
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
