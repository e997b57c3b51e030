/**
 * An ONNX file to a network.
 */
package dev.rfsweep.onnx;
