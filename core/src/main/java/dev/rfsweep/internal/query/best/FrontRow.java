package dev.rfsweep.internal.query.best;

import dev.rfsweep.internal.engine.evaluate.Row;
import java.math.BigInteger;

/**
 * One point of a Pareto front.
 *
 * @param row of all matches at this point the one with the least id
 * @param count matches at this point
 */
public record FrontRow(Row row, BigInteger count) {}
