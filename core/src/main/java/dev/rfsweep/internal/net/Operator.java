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

    /** One method for each kind of operator. */
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

    /** Short name of the kind, which the names of nodes begin with: {@code conv} in {@code conv3}. */
    String word();

    /** The operator of ONNX that does the same. */
    String onnxType();

    /** What it does, in words. */
    default String describe(MapShape in) {
        return word();
    }

    /** Shape of the output. An axis of size 0 stays so: padding does not bring units back. */
    default MapShape shape(List<MapShape> inputs) {
        return inputs.get(0);
    }

    /** How input number {@code input} is read along {@code axis}. */
    default AxisRead read(int input, int axis, List<MapShape> inputs) {
        return AxisRead.SAME;
    }

    /** Whether receptive fields and depth are followed through input number {@code input}; not through a gate. */
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

    /** Outputs that count as activations: those of convolutions, pools and dense layers. */
    default long activations(MapShape output) {
        return depth() == 0 ? 0 : Costs.perUnit("acts", output.channels(), output);
    }

    /** What it adds to the depth of a network: 1 for a convolution or a pool, else 0. */
    default int depth() {
        return 0;
    }
}
