/**
 * Small constants computed beforehand ("constant folding"): files compute the sizes of a reshape or the ends of a slice.
 *
 * <p>Start at {@link dev.rfsweep.internal.onnx.constants.ConstantFolds}, whose table joins those of {@code ArithmeticFolds},
 * {@code ReducingFolds}, {@code MovingFolds} and {@code IndexFolds}; {@code Elements} holds numbers while they are computed.
 * {@link dev.rfsweep.internal.onnx.constants.ShapeQueries} answers operators that need nothing but the shape of their input. An
 * allowance bounds what a file may ask for.
 */
package dev.rfsweep.internal.onnx.constants;
