/**
 * An ONNX file to a network, from its structure alone.
 *
 * <p>Start at {@link dev.rfsweep.internal.onnx.OnnxNetwork}. {@code InputBinding} settles which input fields are measured in and
 * where its spatial axes are; {@code Translation} then walks the nodes in order. The value of a node is either part of the network
 * or a constant. What only computes shapes is evaluated at once, every other node goes to the operator that says through the
 * graph builder which positions its output reads. The sizes of weights that are computed from weights come from the same operators,
 * over a network that is thrown away.
 *
 * <p>The sub-packages, of which each may import those before it ({@code constants} and {@code operators} do not know each
 * other):
 *
 * <ol>
 *   <li>{@code wire}: the bytes of the file; nodes, shapes and small constants are kept, weights skipped.
 *   <li>{@code call}: one node with its inputs looked up, and rules about sizes that constants and operators share.
 *   <li>{@code constants}: small constants computed beforehand, so that shapes which a file computes are known.
 *   <li>{@code operators}: how the nodes of each operator become part of the network.
 *   <li>this package: options, the input, the walk over the nodes, functions and branches of the file.
 * </ol>
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
 * <p>May import {@code model}, {@code analysis} and fastutil, and in {@code wire} protobuf-java for its {@code CodedInputStream}.
 */
package dev.rfsweep.internal.onnx;
