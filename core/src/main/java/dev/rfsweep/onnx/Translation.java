package dev.rfsweep.onnx;

import dev.rfsweep.network.GraphBuilder;
import dev.rfsweep.network.GraphException;
import dev.rfsweep.network.Label;
import dev.rfsweep.network.Tensor;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.List;

/** Walks the nodes of a file in order and hands each to its operator; what only computes shapes is evaluated. */
final class Translation {

    private static final int MOST_NODES = 1 << 20;
    private static final int MOST_DIMS = 32;
    private static final int DEEPEST = 40;
    private static final int NEWEST_KNOWN_OPSET = 25;

    private final OnnxModel model;
    private final Context context;
    private final InputBinding input;
    private final GraphBuilder builder;
    private final Assumptions assumptions;
    private final List<String> notes = new ArrayList<>();
    private int translated;

    Translation(OnnxModel model, ImportOptions options, InputBinding input) {
        this.model = model;
        this.context = new Context(model, !options.size().isEmpty(), notes);
        this.input = input;
        this.builder = input.builder();
        this.assumptions = new Assumptions(model, options.assumptions());
    }

    OnnxNetwork run() {
        Scope scope = new Scope(null);
        scope.define(input.info().name(), Operand.of(input.tensor(builder)));
        model.graph().initializers().forEach((name, constant) -> scope.define(name, Operand.of(constant)));
        for (ValueInfo other : input.others()) {
            if (other.dims() != null) {
                scope.define(other.name(), Operand.of(Constant.ofShape(LongList.of(InputBinding.sizes(other)))));
            }
        }
        nodes(model.graph().nodes(), scope, 0);
        assumptions.requireAllUsed();
        tellNotes();
        return new OnnxNetwork(builder.build(), outputs(scope), List.copyOf(notes));
    }

    private void tellNotes() {
        if (!input.others().isEmpty()) {
            notes.add("fields are measured in input "
                    + OnnxException.quoted(input.info().name())
                    + "; other inputs count as constants: "
                    + String.join(
                            ", ", input.others().stream().map(ValueInfo::name).toList()));
        }
        if (model.opset() > NEWEST_KNOWN_OPSET) {
            notes.add("opset " + model.opset() + " is newer than " + NEWEST_KNOWN_OPSET
                    + ", the newest that was known when this was written");
        }
    }

    private List<String> outputs(Scope scope) {
        List<String> names = new ArrayList<>();
        for (ValueInfo output : model.graph().outputs()) {
            Operand found = scope.find(output.name());
            if (found == null) {
                throw new OnnxException(
                        model.file(), "found output " + OnnxException.quoted(output.name()) + " that no node makes");
            }
            if (!found.isConstant()) {
                names.add(found.tensor().name());
            }
        }
        return names;
    }

    private void nodes(List<OnnxNode> nodes, Scope scope, int depth) {
        for (OnnxNode node : nodes) {
            if (++translated > MOST_NODES) {
                throw new OnnxException(model.file(), "found more than " + MOST_NODES + " nodes, functions unfolded");
            }
            node(node, nodes, scope, depth);
        }
    }

    private void node(OnnxNode node, List<OnnxNode> all, Scope scope, int depth) {
        Call call = new Call(context, node, builder, operands(node, all, scope));
        if (depth > DEEPEST) {
            throw call.fail("found functions or branches nested deeper than " + DEEPEST);
        }
        try {
            OnnxFunction function = model.functions().get(new OnnxFunction.Key(node.domain(), node.type()));
            if (assumptions.apply(call)) {
                define(call, scope);
            } else if (node.type().equals("If") && node.domain().isEmpty()) {
                branch(call, scope, depth);
            } else if (function != null) {
                nodes(new FunctionCall(call, function).nodes(), scope, depth + 1);
            } else {
                translate(call);
                define(call, scope);
            }
        } catch (GraphException refused) {
            throw new OnnxException(model.file(), refused.getMessage());
        } catch (ArithmeticException overflow) {
            throw call.fail("found sizes that do not fit 63 bits");
        }
    }

    private List<Operand> operands(OnnxNode node, List<OnnxNode> all, Scope scope) {
        List<Operand> operands = new ArrayList<>(node.inputs().size());
        for (String name : node.inputs()) {
            Operand found = name.isEmpty() ? null : scope.find(name);
            if (found == null && !name.isEmpty()) {
                throw undefined(node, name, all);
            }
            operands.add(found);
        }
        return operands;
    }

    private OnnxException undefined(OnnxNode node, String name, List<OnnxNode> all) {
        String start = Call.describe(node) + ": found input " + OnnxException.quoted(name);
        for (OnnxNode maker : all) {
            if (maker.outputs().contains(name)) {
                return new OnnxException(
                        model.file(),
                        start + ", which only a later node, "
                                + OnnxException.quoted(maker.label())
                                + ", makes; expected nodes in order and no cycle");
            }
        }
        boolean shapeless =
                input.others().stream().anyMatch(other -> other.name().equals(name));
        return new OnnxException(
                model.file(),
                start + (shapeless ? " without a shape" : ", which nothing makes") + ", expected a tensor");
    }

    private void translate(Call call) {
        OnnxNode node = call.node();
        boolean constant = call.operands().stream().allMatch(Operand::isConstant);
        if (ShapeQueries.answer(call) || (constant && ConstantFolds.fold(call))) {
            return;
        }
        Operator operator = Operators.find(node.qualifiedType());
        if (operator == null) {
            throw call.fail("found an operator that rfsweep does not know; " + Assumption.hint(node));
        }
        if (constant) {
            inferOnly(call, operator);
        } else {
            operator.apply(call);
        }
    }

    /** The shape of weights that are computed from weights: the same operator, in a network that is thrown away. */
    private void inferOnly(Call call, Operator operator) {
        GraphBuilder scratch = new GraphBuilder(1);
        scratch.input("", 1, 1);
        List<Operand> operands = new ArrayList<>();
        for (int at = 0; at < call.inputs(); at++) {
            Operand operand = call.has(at) ? call.operand(at) : null;
            boolean data = at == 0 || (operand != null && !operand.constant().isKnown());
            operands.add(operand != null && data ? weights(scratch, operand) : operand);
        }
        if (operands.isEmpty() || operands.get(0) == null) {
            throw call.fail("found no input, expected one");
        }
        Call inner = new Call(context, call.node(), scratch, operands);
        operator.apply(inner);
        for (int output = 0; output < call.node().outputs().size(); output++) {
            if (inner.result(output) != null) {
                call.output(
                        output,
                        Operand.of(Constant.ofShape(
                                LongList.of(inner.result(output).sizes()))));
            }
        }
    }

    private static Operand weights(GraphBuilder scratch, Operand operand) {
        Tensor tensor = scratch.constant(Label.of("", "Constant"), operand.sizes());
        return Operand.of(tensor);
    }

    private void define(Call call, Scope scope) {
        List<String> names = call.node().outputs();
        for (int output = 0; output < names.size(); output++) {
            String name = names.get(output);
            Operand result = call.result(output);
            if (name.isEmpty()) {
                continue;
            }
            if (result == null) {
                throw call.fail("found output " + output + " in use, which rfsweep does not know; "
                        + Assumption.hint(call.node()));
            }
            if (result.rank() > MOST_DIMS) {
                throw call.fail("found an output of " + result.rank() + " dimensions, expected at most " + MOST_DIMS);
            }
            if (!scope.define(name, result)) {
                throw call.fail("found a second maker of " + OnnxException.quoted(name) + ", expected one");
            }
        }
    }

    /** A branch that is decided before the network runs stands in place of the choice. */
    private void branch(Call call, Scope scope, int depth) {
        Operand condition = call.operand(0);
        boolean decided = condition.isConstant()
                && condition.constant().integers() != null
                && condition.constant().elements() == 1
                && condition.constant().integers().getLong(0) != Constant.UNKNOWN;
        if (!decided) {
            throw call.fail(
                    "found a condition that is not known before the network runs; " + Assumption.hint(call.node()));
        }
        String name = condition.constant().integers().getLong(0) != 0 ? "then_branch" : "else_branch";
        Attribute taken = call.attribute(name);
        if (taken == null || taken.graph() == null) {
            throw call.fail("found no " + name + ", expected one");
        }
        OnnxGraph body = taken.graph();
        Scope inner = new Scope(scope);
        body.initializers().forEach((constant, value) -> inner.define(constant, Operand.of(value)));
        nodes(body.nodes(), inner, depth + 1);
        for (int output = 0; output < body.outputs().size(); output++) {
            Operand result = inner.find(body.outputs().get(output).name());
            boolean named = result != null && !result.isConstant() && call.wants(output);
            call.output(output, named ? Operand.of(builder.pointwise(call.label(output), result.tensor())) : result);
        }
        define(call, scope);
    }
}
