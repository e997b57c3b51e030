package dev.rfsweep.internal.analysis.reads;

import dev.rfsweep.internal.analysis.reads.Read.Resample;
import dev.rfsweep.internal.analysis.reads.Read.Slide;
import dev.rfsweep.internal.analysis.reads.Read.Transposed;
import java.util.function.LongConsumer;

/** The input units that output units read, far from any border: periodic in the output unit. */
public final class ReadPattern {

    /** Output units after which the pattern repeats, and input units that it has moved on by then. */
    public final long period;

    public final long shift;
    private final Read read;

    private ReadPattern(Read read, long period, long shift) {
        this.read = read;
        this.period = period;
        this.shift = shift;
    }

    public static ReadPattern of(Read read) {
        if (read instanceof Slide slide) {
            return new ReadPattern(read, 1, slide.stride());
        } else if (read instanceof Transposed transposed) {
            return new ReadPattern(read, transposed.stride(), 1);
        } else if (read instanceof Resample resample) {
            long common = gcd(resample.numerator(), resample.denominator());
            return new ReadPattern(read, resample.denominator() / common, resample.numerator() / common);
        } else if (read instanceof Read.Border border) {
            return new ReadPattern(new Slide(1, 1, 1, border.low()), 1, 1);
        } else if (read instanceof Read.Part part) {
            return new ReadPattern(new Slide(1, 1, 1, part.offset()), 1, 1);
        }
        throw new IllegalArgumentException(read + " has no taps");
    }

    /** How many input units an output unit may read, at most. */
    public long most() {
        if (read instanceof Slide slide) {
            return slide.kernel();
        }
        return read instanceof Transposed transposed ? transposed.kernel() : 4;
    }

    /** Hands all that output unit {@code unit} reads to {@code inputs}. */
    public void each(long unit, LongConsumer inputs) {
        if (read instanceof Slide slide) {
            long first = unit * slide.stride() - slide.low();
            for (long tap = 0; tap < slide.kernel(); tap++) {
                inputs.accept(first + tap * slide.dilation());
            }
        } else if (read instanceof Transposed transposed) {
            // The last tap reaches the first input, and unions are quickest in ascending order.
            for (long tap = transposed.kernel() - 1; tap >= 0; tap--) {
                long from = unit + transposed.low() - tap * transposed.dilation();
                if (Math.floorMod(from, transposed.stride()) == 0) {
                    inputs.accept(Math.floorDiv(from, transposed.stride()));
                }
            }
        } else {
            Resample resample = (Resample) read;
            for (long index = first(resample, unit); index <= last(resample, unit); index++) {
                inputs.accept(index);
            }
        }
    }

    /** The first input index that {@code unit} reads, before clamping. */
    static long first(Resample read, long unit) {
        long at = Math.addExact(Math.multiplyExact(read.numerator(), unit), read.offset());
        long denominator = read.denominator();
        long floor = Math.floorDiv(at, denominator);
        long rest = at - floor * denominator;
        return switch (read.taps()) {
            case FLOOR -> floor;
            case CEIL -> rest == 0 ? floor : floor + 1;
            case ROUND_PREFER_FLOOR -> 2 * rest > denominator ? floor + 1 : floor;
            case ROUND_PREFER_CEIL -> 2 * rest >= denominator ? floor + 1 : floor;
            case LINEAR -> floor;
            case CUBIC -> rest == 0 ? floor : floor - 1;
        };
    }

    /** The last input index that {@code unit} reads, before clamping. */
    static long last(Resample read, long unit) {
        if (!read.taps().between) {
            return first(read, unit);
        }
        long at = Math.addExact(Math.multiplyExact(read.numerator(), unit), read.offset());
        long floor = Math.floorDiv(at, read.denominator());
        return at == floor * read.denominator() ? floor : floor + 1 + read.taps().more;
    }

    public static long gcd(long one, long other) {
        long left = Math.abs(one);
        long right = Math.abs(other);
        while (right != 0) {
            long rest = left % right;
            left = right;
            right = rest;
        }
        return left;
    }
}
