package dev.rfsweep.internal.query;

import dev.rfsweep.internal.space.Decision;
import java.math.BigInteger;

/**
 * How many matches take one value of one choice point. The counts of a choice point add up to the matches that meet it:
 * all of them, unless it lies in an alternative or in a copy that not every match has.
 */
public record ChoiceCount(Decision decision, BigInteger count) {}
