package dev.rfsweep.internal.analysis;

/**
 * Something a user should know about the field of one tensor.
 *
 * @param kind what sort of thing
 * @param text one sentence that names the nodes
 */
public record Note(Kind kind, String text) {

    /** Sorts of notes. */
    public enum Kind {
        /** A branch that has been pooled to one value joins here and is left out. */
        GATE,
        /** Statistics over the map, which a normalisation scales it by, are left out here. */
        STATISTICS,
        /** Branches of equal stride with different centres merge. */
        NOT_ALIGNED,
        /** Branches of different stride merge, so what units see is not the same but for a shift. */
        STRIDES,
        /** Parts that see different things lie side by side. */
        PARTS,
        /** Positions could not be followed, so units count as seeing more than they do. */
        LOST,
        /** The field is not known: too many phases, or a size is missing. */
        UNKNOWN
    }
}
