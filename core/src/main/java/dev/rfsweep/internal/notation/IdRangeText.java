package dev.rfsweep.internal.notation;

import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.RfsweepException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How users write ranges of ids. */
public final class IdRangeText {

    private static final Pattern IDS = Pattern.compile("(\\d*)\\.\\.(\\d*)");
    private static final Pattern SHARD = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    private IdRangeText() {}

    /**
     * Reads {@code A..B}, of which either end may be left out, in a space of {@code variants}.
     *
     * @param source what errors call the text
     */
    public static IdRange parse(String source, String text, BigInteger variants) {
        Matcher ids = IDS.matcher(text);
        if (!ids.matches()) {
            throw new RfsweepException(source + ": found '" + text + "', expected A..B, the ids A to B-1");
        }
        BigInteger from = ids.group(1).isEmpty() ? BigInteger.ZERO : new BigInteger(ids.group(1));
        BigInteger to = ids.group(2).isEmpty() ? variants : new BigInteger(ids.group(2));
        if (from.compareTo(to) > 0 || to.compareTo(variants) > 0) {
            throw new RfsweepException(source + ": found '" + text + "', expected A..B with A <= B <= " + variants
                    + ", the number of variants");
        }
        return new IdRange(from, to);
    }

    /** Reads {@code i/n} and returns the i-th of n equal parts of {@code whole}. */
    public static IdRange shard(String source, String text, IdRange whole) {
        Matcher shard = SHARD.matcher(text);
        if (!shard.matches() || Long.parseLong(shard.group(1)) >= Long.parseLong(shard.group(2))) {
            throw new RfsweepException(source + ": found '" + text + "', expected i/n with i from 0 to n-1");
        }
        return whole.part(Long.parseLong(shard.group(1)), Long.parseLong(shard.group(2)));
    }
}
