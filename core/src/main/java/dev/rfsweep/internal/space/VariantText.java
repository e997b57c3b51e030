package dev.rfsweep.internal.space;

import java.math.BigInteger;
import java.util.List;

/**
 * How variants are written. A sweep writes millions of variants that begin and end alike: it asks for the text of a beginning
 * and of an ending once, and joins them row by row. Implementations are immutable and shared between threads.
 *
 * <p>Texts are ASCII without quotes, commas or control characters, so that every output format can take them as they are.
 *
 * @param <P> a part: the text of some neighbouring blocks, and what must be known to join it with another
 */
public interface VariantText<P> {

    /** The text of variant {@code id}. */
    String of(BigInteger id);

    /** A writer for one thread. */
    Writer<P> writer();

    /** Makes and joins parts, for one thread. A part that one writer has made may be joined by another. */
    interface Writer<P> {

        /** The text of {@code blocks}, in order. */
        P part(List<FixedBlock> blocks);

        /** Appends the text of the variant that consists of {@code before} and {@code behind}. */
        void join(P before, P behind, Target out);
    }

    /** Where text goes. */
    @FunctionalInterface
    interface Target {
        /** Appends bytes {@code from} to {@code to}, exclusive, of {@code text}. */
        void append(byte[] text, int from, int to);
    }
}
