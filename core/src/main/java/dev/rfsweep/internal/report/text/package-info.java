/**
 * Answers that are not rows, as text for people and as JSON for programs: what a plan costs, what a space holds, what one variant
 * or one network is made of.
 *
 * <p>Each is a {@link dev.rfsweep.internal.output.Report}. Start at {@link dev.rfsweep.internal.report.text.VariantReport}; {@link
 * dev.rfsweep.internal.report.text.NetworkReport} is the largest.
 */
package dev.rfsweep.internal.report.text;
