package dev.rfsweep.internal.onnx.wire;

import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongList;

/**
 * The value of an attribute; which parts are there depends on its type.
 *
 * @param integers an integer or a list of them, empty for other types; null for a list too long to matter
 * @param reals a real number or a list of them, likewise
 * @param text a string, or null
 * @param tensor a constant, or null
 * @param graph the body of a branch or loop, or null
 * @param reference name of the attribute of the enclosing function that gives the value, or null
 */
public record Attribute(
        LongList integers, DoubleList reals, String text, Constant tensor, OnnxGraph graph, String reference) {}
