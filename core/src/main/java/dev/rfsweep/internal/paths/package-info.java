/**
 * The graph of paths: an acyclic graph whose paths from the root to the leaves are numbered in order.
 *
 * <p>{@link dev.rfsweep.internal.paths.Paths} is what every such graph can be asked: how many paths there are, which path has a given
 * number, which number a path has. The numbering of a search space is one, a trellis another, a trellis cut to a range of
 * ids a third, and the matches of a question a fourth. {@link dev.rfsweep.internal.paths.PathGraph} keeps a graph in arrays,
 * {@link dev.rfsweep.internal.paths.PathCut} cuts a range of numbers out of one, and {@link dev.rfsweep.internal.paths.SumBounds} bounds the sums
 * of weights along its paths.
 *
 * <p>Knows nothing of networks. May import {@code java.base} and nothing else, but for fastutil's lists.
 */
package dev.rfsweep.internal.paths;
