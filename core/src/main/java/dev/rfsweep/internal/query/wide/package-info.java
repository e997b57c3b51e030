/**
 * Questions under conditions on sums of very many values, such as params and macs.
 *
 * <p>A {@link dev.rfsweep.internal.query.wide.Grid} rounds what paths add to such sums, and knows how far it may be off.
 * {@link dev.rfsweep.internal.query.wide.Meeting} counts matches from two halves of all paths.
 * {@link dev.rfsweep.internal.query.wide.Completions} tells of any prefix whether a match can follow, and how many at most:
 * the searches of this package walk from there, and look at every path that they reach exactly.
 */
package dev.rfsweep.internal.query.wide;
