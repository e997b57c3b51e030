/**
 * Pictures of one network as SVG text.
 *
 * <p>Start at {@link dev.rfsweep.internal.report.Picture}. {@code SceneReader} reads an analysed network into a
 * {@code Scene}, all that a picture shows ({@link dev.rfsweep.internal.report.scene}). {@code Sheet} chooses the panels
 * ({@link dev.rfsweep.internal.report.panel}) and puts them on one card with the drawing kit of
 * {@link dev.rfsweep.internal.report.svg}.
 *
 * <p>Pictures are deterministic byte for byte, small, and made for light and for dark pages. May import {@code model},
 * {@code query} and {@code analysis}.
 */
package dev.rfsweep.internal.report;
