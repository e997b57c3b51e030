package dev.rfsweep.internal.onnx.call;

import dev.rfsweep.internal.onnx.wire.OnnxModel;
import java.util.List;

/**
 * What all nodes of a file share.
 *
 * @param resized whether the user gave the input another size than the file
 * @param notes what the user should know, added to while nodes are translated
 * @param allowance what may be computed beforehand
 */
public record ImportContext(OnnxModel model, boolean resized, List<String> notes, Allowance allowance) {}
