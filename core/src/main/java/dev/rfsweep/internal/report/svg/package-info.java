/**
 * The drawing kit of pictures: SVG text, colours for light and dark pages, scales, labels, and the frame of a panel.
 */
package dev.rfsweep.internal.report.svg;
