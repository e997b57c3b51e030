package dev.rfsweep.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in sentences: digits in groups of three, and large numbers once more rounded, to be read at a glance. Not for data. */
public final class NumberText {

    /** Numbers of so many digits or more are followed by the rounded number. */
    private static final int LONG = 10;

    private NumberText() {}

    /** {@code number} as a person reads it, such as {@code 22,159,000,000 (2.2e10)}. */
    public static String of(BigInteger number) {
        String digits = number.abs().toString();
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            text.append(i > 0 && (digits.length() - i) % 3 == 0 ? "," : "").append(digits.charAt(i));
        }
        return digits.length() < LONG ? text.toString() : text + " (" + rounded(number) + ")";
    }

    /** The same. */
    public static String of(long number) {
        return of(BigInteger.valueOf(number));
    }

    /** Two digits and a power of ten. */
    private static String rounded(BigInteger number) {
        BigDecimal two = new BigDecimal(number).round(new MathContext(2, RoundingMode.HALF_UP));
        int exponent = two.precision() - two.scale() - 1;
        return two.scaleByPowerOfTen(-exponent)
                        .setScale(1, RoundingMode.UNNECESSARY)
                        .toPlainString() + "e" + exponent;
    }
}
