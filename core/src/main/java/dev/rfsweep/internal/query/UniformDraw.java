package dev.rfsweep.internal.query;

import dev.rfsweep.internal.trellis.Cancellation;
import java.math.BigInteger;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Uniform draws of whole numbers of any size, the same from one seed on every machine. */
final class UniformDraw {

    private final SplittableRandom random;

    private UniformDraw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * So many different numbers below {@code bound}, all sets being equally likely; every number when there are no more.
     * Floyd's algorithm: one draw a number, however many are wanted.
     */
    static SortedSet<BigInteger> distinct(BigInteger bound, int most, long seed, Cancellation cancellation) {
        UniformDraw draw = new UniformDraw(seed);
        SortedSet<BigInteger> drawn = new TreeSet<>();
        BigInteger last =
                bound.subtract(BigInteger.valueOf(most)).max(BigInteger.ZERO).add(BigInteger.ONE);
        for (; last.compareTo(bound) <= 0; last = last.add(BigInteger.ONE)) {
            cancellation.check();
            if (!drawn.add(draw.below(last))) {
                drawn.add(last.subtract(BigInteger.ONE));
            }
        }
        return drawn;
    }

    /** Rejection keeps it uniform: fewer than two draws are expected. */
    private BigInteger below(BigInteger bound) {
        BigInteger number;
        do {
            number = bits(bound.bitLength());
        } while (number.compareTo(bound) >= 0);
        return number;
    }

    private BigInteger bits(int count) {
        byte[] bytes = new byte[(count + 63) / 64 * 8];
        for (int at = 0; at < bytes.length; at += 8) {
            long word = random.nextLong();
            for (int shift = 0; shift < 8; shift++) {
                bytes[at + shift] = (byte) (word >>> (8 * shift));
            }
        }
        return new BigInteger(1, bytes).shiftRight(8 * bytes.length - count);
    }
}
