/**
 * Text to space and back: the only room that knows syntax, line and column.
 *
 * <p>{@link dev.rfsweep.internal.notation.SpecParser} is the way in. A file goes through {@code SourceText} (bytes to characters),
 * {@code TreeReader} (YAML or JSON events to a {@code Tree} whose every scalar is a {@code Span}: text that knows where
 * it stands) and {@code FileReader} with {@code InputReader} and {@code StageTree} (what the keys mean). One line on
 * the command line joins at {@code StageText}, which reads one stage with {@code BlockText} and {@code ChoiceText}.
 * {@code Written} remembers where each node of the grammar stands, so that what {@code space} refuses is reported
 * there. {@link dev.rfsweep.internal.notation.Conditions} reads ranges and column names, {@link dev.rfsweep.internal.notation.arch.Arch} writes a
 * variant and {@link dev.rfsweep.internal.notation.arch.Timm} writes it for timm.
 *
 * <p>Everything wrong with an input is a {@link dev.rfsweep.internal.notation.source.SpecException}. May import {@code model},
 * {@code space} and Jackson's streaming parsers.
 */
package dev.rfsweep.internal.notation;
