package dev.rfsweep.cli;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open range of ids.
 *
 * @param from the first id
 * @param to the first id behind
 */
record IdRange(BigInteger from, BigInteger to) {

    private static final Pattern IDS = Pattern.compile("(\\d*)\\.\\.(\\d*)");
    private static final Pattern SHARD = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    /** Reads {@code A..B}, of which either end may be left out, in a space of {@code variants}. */
    static IdRange parse(String text, BigInteger variants) {
        Matcher ids = IDS.matcher(text);
        if (!ids.matches()) {
            throw new BadInputException("--ids: found '" + text + "', expected A..B, the ids A to B-1");
        }
        BigInteger from = ids.group(1).isEmpty() ? BigInteger.ZERO : new BigInteger(ids.group(1));
        BigInteger to = ids.group(2).isEmpty() ? variants : new BigInteger(ids.group(2));
        if (from.compareTo(to) > 0 || to.compareTo(variants) > 0) {
            throw new BadInputException("--ids: found '" + text + "', expected A..B with A <= B <= " + variants
                    + ", the number of variants");
        }
        return new IdRange(from, to);
    }

    /** Reads {@code i/n} and returns the i-th of n equal parts; their lengths differ by one at most. */
    IdRange shard(String text) {
        Matcher shard = SHARD.matcher(text);
        if (!shard.matches() || new BigInteger(shard.group(1)).compareTo(new BigInteger(shard.group(2))) >= 0) {
            throw new BadInputException("--shard: found '" + text + "', expected i/n with i from 0 to n-1");
        }
        BigInteger part = new BigInteger(shard.group(1));
        BigInteger parts = new BigInteger(shard.group(2));
        return new IdRange(cut(part, parts), cut(part.add(BigInteger.ONE), parts));
    }

    BigInteger length() {
        return to.subtract(from);
    }

    private BigInteger cut(BigInteger part, BigInteger parts) {
        return from.add(length().multiply(part).divide(parts));
    }
}
