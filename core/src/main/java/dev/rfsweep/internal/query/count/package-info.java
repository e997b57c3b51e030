/**
 * Counting and selecting matches by dynamic programming.
 *
 * <p>{@link dev.rfsweep.internal.query.count.FilterKeys} says what a prefix must remember for the filters, packed into one {@code long};
 * prefixes of equal keys at one node are one state. {@link dev.rfsweep.internal.query.count.StateTally} counts over states,
 * {@link dev.rfsweep.internal.query.count.LineTally} over whole lines of one sum, and {@link dev.rfsweep.internal.query.count.MatchBuilder} keeps the states as nodes of
 * a graph in which every path is a match.
 */
package dev.rfsweep.internal.query.count;
