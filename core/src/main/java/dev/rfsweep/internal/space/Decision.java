package dev.rfsweep.internal.space;

/**
 * One value of one choice point of a space.
 *
 * @param stage where the choice stands: the number of the stage, from 1, and then, for what lies deeper, {@code .N} for
 *     copy N of those that choose for themselves, {@code |N} for option N of an alternative and {@code /N} for part N of
 *     a sequence: {@code 3.2|1} is the first alternative of the second copy in stage 3
 * @param key the key as users write it; {@code alternative} for the number of an alternative, from 1; {@code copies} for
 *     how often a stage or sequence is repeated
 * @param value as users write it
 */
public record Decision(String stage, String key, String value) {

    static final String ALTERNATIVE = "alternative";
    static final String COPIES = "copies";

    /** Whether {@link #value} is the number of an alternative. */
    public boolean isAlternative() {
        return key.equals(ALTERNATIVE);
    }
}
