package dev.rfsweep.internal.notation.arch;

/**
 * Equal neighbours among the blocks of a variant: {@code 3*ir_r2_k3_s2_c24} is three copies of two repeats. Names are interned by
 * {@link ArchText}, so that the same name is the same object.
 *
 * @param name the first block of every copy
 * @param repeats blocks of one copy, the later ones differing from the first in their stride at most
 * @param copies how often the run of repeats is there
 */
record ArchGroup(Name name, int repeats, int copies) {

    /**
     * A block without its repeats.
     *
     * @param type what stands before the repeats
     * @param keys what stands behind them
     * @param repeat the name without a stride, which all repeats have in common
     */
    record Name(String type, String keys, String repeat) {}

    /** Whether {@code other} is one more copy, or several. */
    @SuppressWarnings("ReferenceEquality") // names are interned
    boolean isCopy(ArchGroup other) {
        return name == other.name && repeats == other.repeats;
    }

    /** Whether a later repeat named {@code other} goes on with the last copy. */
    boolean isRepeat(Name other) {
        return name.repeat.equals(other.repeat);
    }

    ArchGroup withCopies(int more) {
        return new ArchGroup(name, repeats, more);
    }

    void write(StringBuilder out) {
        if (copies > 1) {
            out.append(copies).append('*');
        }
        out.append(name.type);
        if (repeats > 1) {
            out.append("_r").append(repeats);
        }
        out.append(name.keys);
    }
}
