package dev.rfsweep;

import java.math.BigInteger;

/**
 * One point of a {@linkplain Query#pareto Pareto front}.
 *
 * @param architecture of all variants at this point the one with the least id
 * @param count variants at this point
 */
public record FrontPoint(Architecture architecture, BigInteger count) {}
