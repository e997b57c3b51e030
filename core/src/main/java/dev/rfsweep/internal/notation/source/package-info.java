/**
 * Text that knows where it stands. {@link dev.rfsweep.internal.notation.source.SourceText} reads bytes, a
 * {@link dev.rfsweep.internal.notation.source.Span} is a piece of text with its place, {@link dev.rfsweep.internal.notation.source.Words} and
 * {@link dev.rfsweep.internal.notation.source.Domain} read words and lists of values out of it, {@link dev.rfsweep.internal.notation.source.Written} remembers where
 * each node of the grammar stands. What is wrong is a {@link dev.rfsweep.internal.notation.source.SpecException} with file, line and column.
 */
package dev.rfsweep.internal.notation.source;
