/**
 * What a picture shows, as plain records: a {@link dev.rfsweep.internal.report.scene.Track} for every axis with a
 * {@link dev.rfsweep.internal.report.scene.Step} for every layer, the {@link dev.rfsweep.internal.report.scene.Density} of paths to one unit, and the skips between
 * layers.
 */
package dev.rfsweep.internal.report.scene;
