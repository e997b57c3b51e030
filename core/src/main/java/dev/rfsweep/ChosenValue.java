package dev.rfsweep;

import java.math.BigInteger;

/**
 * How many matches take one value of one choice. The counts of a choice add up to the matches that meet it: all of them, unless
 * it lies in an alternative or in a copy that not every match has.
 *
 * @param stage where the choice stands: the number of the stage, from 1, and then, for what lies deeper, {@code .N} for
 *     copy N, {@code |N} for option N of an alternative and {@code /N} for part N of a sequence
 * @param key the key, {@code alternative} for an option, or {@code copies} for how often something is repeated
 * @param value as it is written in a space
 */
public record ChosenValue(String stage, String key, String value, BigInteger count) {}
