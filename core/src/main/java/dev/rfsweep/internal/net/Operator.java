package dev.rfsweep.internal.net;

import java.util.List;

/**
 * What one node of a network does. Windows and factors are listed axis by axis in array order ({@code [h, w]} for images).
 * Methods that take shapes want one for each input. Costs need channels, and multiply-adds and activations known sizes;
 * all arithmetic is exact.
 */
public sealed interface Operator
        permits Convolution,
                TransposedConvolution,
                Pool,
                Upsampling,
                GlobalPool,
                Dense,
                Add,
                Concatenation,
                Multiplication,
                Identity,
                Nothing {

    /** Does something different for every kind of operator. */
    interface Visitor<R> {
        R convolution(Convolution operator);

        R transposedConvolution(TransposedConvolution operator);

        R pool(Pool operator);

        R upsampling(Upsampling operator);

        R globalPool(GlobalPool operator);

        R dense(Dense operator);

        R add(Add operator);

        R concatenation(Concatenation operator);

        R multiplication(Multiplication operator);

        R identity(Identity operator);

        R nothing(Nothing operator);
    }

    <R> R accept(Visitor<R> visitor);

    /** Short name of the kind, under which nodes are numbered. */
    String word();

    /** The operator of ONNX that does the same. */
    String onnxType();

    /** What it does, in words. */
    default String describe(MapShape in) {
        return word();
    }

    /** Shape of the output. An axis that has run out of units stays so. */
    default MapShape shape(List<MapShape> inputs) {
        return inputs.get(0);
    }

    /** How input number {@code input} is read along {@code axis}. */
    default AxisRead read(int input, int axis, List<MapShape> inputs) {
        return AxisRead.SAME;
    }

    /** Whether fields and depth go through input number {@code input}; a gate is left out. */
    default boolean follows(int input) {
        return true;
    }

    /** Weights, those of batch norm and biases included. */
    default long params(List<MapShape> inputs) {
        return 0;
    }

    /** Multiply-adds. */
    default long macs(List<MapShape> inputs, MapShape output) {
        return 0;
    }

    /** Outputs, as far as they count as activations. */
    default long activations(MapShape output) {
        return 0;
    }

    /** Layers it counts for in the depth of a network: one for what slides a window. */
    default int depth() {
        return 0;
    }
}
