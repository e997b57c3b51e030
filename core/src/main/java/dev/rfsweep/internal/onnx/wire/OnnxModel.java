package dev.rfsweep.internal.onnx.wire;

import java.util.Map;

/**
 * What is read of a file: the graph without its weights.
 *
 * @param file name of the file, for messages
 * @param opset version of the operators of ONNX itself
 * @param functions operators that the file defines itself
 */
public record OnnxModel(String file, int opset, OnnxGraph graph, Map<OnnxFunction.Key, OnnxFunction> functions) {}
