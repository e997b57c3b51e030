package dev.rfsweep.internal.output;

import java.nio.charset.StandardCharsets;

/** Decimal digits of a long, two at a time, straight into a byte array. */
final class Decimal {

    private static final byte[] LEAST = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];
    private static final long[] POWERS = new long[19];

    static {
        for (int pair = 0; pair < 100; pair++) {
            TENS[pair] = (byte) ('0' + pair / 10);
            ONES[pair] = (byte) ('0' + pair % 10);
        }
        POWERS[0] = 1;
        for (int power = 1; power < POWERS.length; power++) {
            POWERS[power] = POWERS[power - 1] * 10;
        }
    }

    private Decimal() {}

    /** Writes {@code value} at {@code at}, where 20 bytes must be free, and returns the index behind it. */
    static int put(long value, byte[] out, int at) {
        if (value >= 0) {
            return putDigits(value, out, at);
        }
        if (value == Long.MIN_VALUE) { // its negation is not a long
            System.arraycopy(LEAST, 0, out, at, LEAST.length);
            return at + LEAST.length;
        }
        out[at] = '-';
        return putDigits(-value, out, at + 1);
    }

    private static int putDigits(long value, byte[] out, int at) {
        int end = at + digits(value);
        int to = end;
        long high = value;
        while (high > Integer.MAX_VALUE) { // long divisions cost several int ones, and are rarely needed
            long quotient = high / 100;
            int pair = (int) (high - quotient * 100);
            out[--to] = ONES[pair];
            out[--to] = TENS[pair];
            high = quotient;
        }
        int rest = (int) high;
        while (rest >= 100) {
            int quotient = rest / 100;
            int pair = rest - quotient * 100;
            out[--to] = ONES[pair];
            out[--to] = TENS[pair];
            rest = quotient;
        }
        out[--to] = ONES[rest];
        if (rest >= 10) {
            out[--to] = TENS[rest];
        }
        return end;
    }

    /** Number of digits: 1233/4096 is just over log10(2), and the table of powers corrects a guess that is one too small. */
    private static int digits(long value) {
        int guess = ((64 - Long.numberOfLeadingZeros(value | 1)) * 1233) >>> 12;
        return guess == POWERS.length || value < POWERS[guess] ? Math.max(guess, 1) : guess + 1;
    }
}
