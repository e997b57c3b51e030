/**
 * The panels of a picture. The {@link dev.rfsweep.internal.report.panel.ConePanel} follows one unit of a chain back to the input, the
 * {@link dev.rfsweep.internal.report.panel.BoxPanel} (or the {@link dev.rfsweep.internal.report.panel.BarPanel}, on one axis) lays fields over the input, the
 * {@link dev.rfsweep.internal.report.panel.GrowthPanel} draws field and stride layer by layer, the {@link dev.rfsweep.internal.report.panel.SkipPanel} shows which
 * layers are skipped.
 */
package dev.rfsweep.internal.report.panel;
