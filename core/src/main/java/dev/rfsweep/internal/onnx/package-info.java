/**
 * An ONNX file to a network, from its structure alone.
 *
 * <p>Start at {@link dev.rfsweep.internal.onnx.OnnxNetwork}. {@code WireReader} reads protocol buffers without generated classes and
 * trusts no length, count or depth in them; {@code ModelReader} and the readers beside it keep nodes, shapes and small
 * constants and skip weights, so that a file costs what its graph costs. An {@code InputBinding} settles which input
 * fields are measured in and where its spatial axes are.
 *
 * <p>{@code Translation} then walks the nodes in order. An {@code Operand} is either part of the network or a
 * {@code Constant}. What only computes shapes is evaluated by {@code ShapeQueries} and {@code ConstantFolds}, whose table
 * joins those of {@code ArithmeticFolds}, {@code ReducingFolds}, {@code MovingFolds} and {@code IndexFolds}; an
 * {@code Allowance} bounds what a file may ask for. Every other node goes to its {@code Operator}, found in the table of
 * {@code Operators}: {@code Windows} and {@code TransposedWindows}, {@code Resizing}, {@code Sampling},
 * {@code Elementwise}, {@code Rearranging}, {@code Cutting}, {@code Picking}, {@code BorderPadding}, {@code Reducing},
 * {@code Sequences}, {@code Quantizing}, {@code Contraction}. Each says through the graph builder which positions its
 * output reads. The sizes of weights that are computed from weights come from the same operators, over a network that is thrown
 * away.
 *
 * <p>What is decided here, because the format leaves it open:
 *
 * <ul>
 *   <li>An operator that is not in the table is an error; only the user may say what it does, by an
 *       {@link dev.rfsweep.internal.onnx.Assumption}. Where the condition of a branch is constant, the branch that is taken counts,
 *       otherwise both do, and the condition does not. Loops are not followed.
 *   <li>What is chosen by values (NonMaxSuppression) and all that is computed from it is left out, with a note.
 *   <li>Recurrent layers, running sums and causal attention see everything up to a position, or from it on. Attention sees
 *       everything. So does a GridSample, unless its grid is constant, was read, and is regular.
 *   <li>Statistics over positions (InstanceNormalization, GroupNormalization, LayerNormalization over space, batch statistics in
 *       training, all of them spelled out, too) are a branch that sees the whole map and scales it; like gates they are left out
 *       or followed. Softmax over positions, also spelled out, and products over positions are global.
 *   <li>A scale is the simplest fraction that its {@code float} can stand for.
 *   <li>{@code ceil_mode} drops a last window that starts in the padding behind the input, as all run times do, also before
 *       version 22, where the specification says nothing of it.
 *   <li>An open batch is one sample; another input beside the one that is measured in is a constant.
 * </ul>
 *
 * <p>May import {@code model} and {@code network}, and protobuf-java for its {@code CodedInputStream}.
 */
package dev.rfsweep.internal.onnx;
