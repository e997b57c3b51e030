/**
 * Pictures of one network as SVG text.
 *
 * <p>A {@code Scene} is all that a picture shows: a {@code Track} for every axis, with a {@code Step} for every layer and
 * the {@code Density} of paths to one unit. A {@code Sheet} chooses the panels and puts them on one card: the
 * {@code ConePanel} follows one unit of a chain back to the input, the {@code BoxPanel} (or the {@code BarPanel}, on one
 * axis) lays fields over the input, the {@code GrowthPanel} draws field and stride layer by layer.
 *
 * <p>Pictures are deterministic byte for byte, small, and made for light and for dark pages. May import {@code model},
 * {@code query} and {@code network}.
 */
package dev.rfsweep.internal.report;
