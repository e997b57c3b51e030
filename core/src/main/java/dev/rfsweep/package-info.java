/**
 * The library's door: what its users meet first.
 *
 * <p>A {@link dev.rfsweep.SearchSpace} is read from a line or a file; its {@code where} gives a {@link dev.rfsweep.Query}, which
 * counts, ranks, samples and streams; an {@link dev.rfsweep.Architecture} is one variant, with its values, its text and its code.
 * {@link dev.rfsweep.NetworkAnalysis} tells what the layers of one network see, from an ONNX file or of a variant. All of them
 * are immutable and safe to share between threads, and nothing must be closed. What a user can get wrong, and what is refused, is
 * a {@link dev.rfsweep.model.RfsweepException}.
 *
 * <p>May import every room; no room imports this package.
 */
package dev.rfsweep;
