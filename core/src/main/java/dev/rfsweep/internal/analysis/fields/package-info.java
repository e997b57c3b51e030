/**
 * Forwards from the input: what the units of every tensor see, far from the borders.
 *
 * <p>{@link dev.rfsweep.internal.analysis.fields.FieldPass} visits all tensors once. A
 * {@link dev.rfsweep.internal.analysis.fields.Field} says what units see along one axis; nearly always one formula holds for all of
 * them, otherwise units differ by phase. {@link dev.rfsweep.internal.analysis.fields.FieldAlgebra} takes fields through one operator
 * and joins those of branches. {@link dev.rfsweep.internal.analysis.fields.Gates} says what becomes of branches that were pooled to
 * one value. Users see a field as an {@link dev.rfsweep.model.AxisView}.
 */
package dev.rfsweep.internal.analysis.fields;
