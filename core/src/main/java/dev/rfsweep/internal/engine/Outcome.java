package dev.rfsweep.internal.engine;

import java.math.BigInteger;

/**
 * How a stream of rows ended.
 *
 * @param rows rows handed out
 * @param complete whether all was done that was asked for; false after a stop
 * @param next the first id that has not been looked at; where to go on after a stop
 */
public record Outcome(long rows, boolean complete, BigInteger next) {}
