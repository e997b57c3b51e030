package dev.rfsweep.internal.onnx.call;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import dev.rfsweep.internal.onnx.wire.ValueInfo;
import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** One node with its inputs looked up: what the translation of an operator works on. */
public final class Call {

    private final ImportContext context;
    private final OnnxNode node;
    private final GraphBuilder builder;
    private final ArrayList<Operand> inputs;
    private final Operand[] outputs;

    /** @param inputs null where one is left out */
    public Call(ImportContext context, OnnxNode node, GraphBuilder builder, List<Operand> inputs) {
        this.context = context;
        this.node = node;
        this.builder = builder;
        this.inputs = new ArrayList<>(inputs);
        this.outputs = new Operand[node.outputs().size()];
    }

    public GraphBuilder builder() {
        return builder;
    }

    public OnnxNode node() {
        return node;
    }

    public int opset() {
        return context.model().opset();
    }

    /** What users call the first output. */
    public OutputLabel label() {
        return label(0);
    }

    public OutputLabel label(int output) {
        return new OutputLabel(
                node.label(),
                node.type(),
                output < outputs.length ? node.outputs().get(output) : "");
    }

    /** The label of a step on the way to the first output, which the file does not name. */
    public OutputLabel label(String step) {
        return new OutputLabel(node.label(), node.type(), label().tensor() + ":" + step);
    }

    public int inputs() {
        return inputs.size();
    }

    public boolean has(int input) {
        return input < inputs.size() && inputs.get(input) != null;
    }

    /** A required input. */
    public Operand operand(int input) {
        if (!has(input)) {
            throw fail("found no input " + input + ", expected one");
        }
        return inputs.get(input);
    }

    /** A required input if it is part of the network, else null. */
    public Tensor tensorOrNull(int input) {
        return operand(input).tensor();
    }

    /** A required input as a part of the network. Constants become a part that sees nothing. */
    public Tensor tensor(int input) {
        Operand operand = operand(input);
        if (operand.isConstant()) {
            operand = Operand.of(builder.constant(OutputLabel.of(node.input(input), "Constant"), operand.sizes()));
            inputs.set(input, operand);
        }
        return operand.tensor();
    }

    /** All inputs that are there. */
    public List<Operand> operands() {
        List<Operand> there = new ArrayList<>(inputs);
        there.removeIf(operand -> operand == null);
        return there;
    }

    public long[] sizes(int input) {
        return operand(input).sizes();
    }

    public int rank(int input) {
        return operand(input).rank();
    }

    /** Integers that the network's shape depends on; {@code name} is what they are, for messages. */
    public LongList integerInput(int input, String name) {
        Operand operand = operand(input);
        if (!operand.isConstant() || operand.constant().integers() == null) {
            throw fail("found " + name + " (" + node.input(input) + ") that are not known before the network runs, "
                    + "expected constants");
        }
        return operand.constant().integers();
    }

    /** The same, with every element known. */
    public LongList knownIntegers(int input, String name) {
        LongList integers = integerInput(input, name);
        if (integers.contains(Constant.UNKNOWN)) {
            throw needsSize(name + " depend");
        }
        return integers;
    }

    /** The same where there must be one element. */
    public long knownInteger(int input, String name) {
        LongList integers = knownIntegers(input, name);
        requireCount(name, integers.size(), 1);
        return integers.getLong(0);
    }

    /** An integer attribute. */
    public long integer(String name, long otherwise) {
        LongList integers = integers(name);
        return integers == null || integers.isEmpty() ? otherwise : integers.getLong(0);
    }

    public boolean flag(String name, boolean otherwise) {
        return integer(name, otherwise ? 1 : 0) != 0;
    }

    /** A list of integers, or null when it is not there. */
    public LongList integers(String name) {
        Attribute attribute = attribute(name);
        if (attribute == null) {
            return null;
        }
        if (attribute.integers() == null) {
            throw fail("found more than " + Constant.MOST_ELEMENTS + " numbers in attribute " + name);
        }
        return attribute.integers();
    }

    public String text(String name, String otherwise) {
        Attribute attribute = attribute(name);
        return attribute == null || attribute.text() == null ? otherwise : attribute.text();
    }

    public Attribute attribute(String name) {
        return node.attributes().get(name);
    }

    /** {@code axis} counted from the end if negative, checked against {@code rank}. */
    public int dim(long axis, int rank) {
        long dim = axis < 0 ? axis + rank : axis;
        if (dim < 0 || dim >= rank) {
            throw fail("found axis " + axis + ", expected one of " + rank + " dimensions");
        }
        return (int) dim;
    }

    public int[] dims(LongList axes, int rank) {
        int[] dims = new int[axes.size()];
        for (int at = 0; at < dims.length; at++) {
            dims[at] = dim(axes.getLong(at), rank);
        }
        if (Arrays.stream(dims).distinct().count() < dims.length) {
            throw fail("found axes " + axes + ", expected each dimension once");
        }
        return dims;
    }

    /** Refuses a list that does not have the expected length. */
    public void requireCount(String name, int found, int expected) {
        if (found != expected) {
            throw fail("found " + found + " " + name + ", expected " + expected);
        }
    }

    public void output(Tensor tensor) {
        output(0, tensor);
    }

    /** How the first output, of {@code rank} dimensions, reads an input: nothing followed yet. Constants are not followed. */
    public DimensionReads reads(int input, int rank) {
        return DimensionReads.of(operand(input).tensor(), rank);
    }

    /** The first output by its sizes, and how it reads the inputs. */
    public void output(long[] sizes, DimensionReads... reads) {
        output(builder.add(label(), sizes, reads));
    }

    /** The outputs behind the first that are wanted. */
    public void outputsBehindFirst(IntFunction<Tensor> translation) {
        for (int output = 1; output < outputs.length; output++) {
            if (wants(output)) {
                output(output, translation.apply(output));
            }
        }
    }

    /** Outputs that the node does not name are not wanted. */
    public void output(int output, Tensor tensor) {
        output(output, Operand.of(tensor));
    }

    public void output(int output, Operand operand) {
        if (output < outputs.length) {
            outputs[output] = operand;
        }
    }

    public boolean wants(int output) {
        return output < outputs.length && !node.outputs().get(output).isEmpty();
    }

    /** What output {@code output} has become, or null. */
    public Operand result(int output) {
        return outputs[output];
    }

    /** Whether so many more elements may be computed beforehand, of all that one file may ask for. */
    public boolean affords(long elements) {
        return context.allowance().affords(elements);
    }

    /** A type that the file states for an input, or {@link DataType#OTHER}. */
    public DataType typeOf(int input) {
        if (operand(input).isConstant()) {
            return operand(input).constant().type();
        }
        ValueInfo told = context.model().graph().about(node.input(input));
        return told == null ? DataType.OTHER : told.type();
    }

    public void note(String text) {
        context.notes().add(describe(node) + ": " + text);
    }

    /**
     * A refusal for want of the size of the input.
     *
     * @param what what depends on the size, as in "its padding depends"
     */
    public OnnxException needsSize(String what) {
        return fail(
                what + " on the size of the input, which the file leaves open: give the size", new Remedy.InputSize());
    }

    /** A refusal that the user overcomes by saying what the node does. */
    public OnnxException needsAssumption(String problem) {
        String type = OnnxException.shown(node.qualifiedType());
        String name = node.label().isEmpty() ? type : OnnxException.shown(node.label());
        return fail(
                problem + "; to go on, assume identity or global for " + name + " (or " + type
                        + " for all of its kind)",
                new Remedy.OperatorMeaning(name, type));
    }

    /** A size that the rest depends on. */
    public long knownSize(long size) {
        if (size == Size.UNKNOWN) {
            throw needsSize("its output depends");
        }
        return size;
    }

    /** Weights that fit only another size of the input: an error, unless the user has set the size. */
    public void misfit(String problem) {
        if (!context.resized()) {
            throw fail(problem);
        }
        note(problem + "; the file runs with the size of its own input only");
    }

    public OnnxException fail(String problem) {
        return fail(problem, null);
    }

    private OnnxException fail(String problem, Remedy remedy) {
        return new OnnxException(context.model().file(), describe(node) + ": " + problem, remedy);
    }

    public static String describe(OnnxNode node) {
        return "node " + OnnxException.quoted(node.label()) + " (" + OnnxException.shown(node.qualifiedType()) + ")";
    }
}
