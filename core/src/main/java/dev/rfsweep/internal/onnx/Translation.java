package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.onnx.call.Allowance;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.ImportContext;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.constants.ConstantFolds;
import dev.rfsweep.internal.onnx.constants.ShapeQueries;
import dev.rfsweep.internal.onnx.operators.NodeTranslator;
import dev.rfsweep.internal.onnx.operators.Operators;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.internal.onnx.wire.OnnxFunction;
import dev.rfsweep.internal.onnx.wire.OnnxGraph;
import dev.rfsweep.internal.onnx.wire.OnnxModel;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import dev.rfsweep.internal.onnx.wire.ValueInfo;
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
    private final ImportContext context;
    private final InputBinding input;
    private final GraphBuilder builder;
    private final Assumptions assumptions;
    private final List<String> notes = new ArrayList<>();
    private final DataDependentNodes losses = new DataDependentNodes();
    private int translated;

    Translation(OnnxModel model, ImportOptions options, InputBinding input) {
        this.model = model;
        this.context = new ImportContext(model, !options.size().isEmpty(), notes, new Allowance());
        this.input = input;
        this.builder = input.builder();
        this.assumptions = new Assumptions(model, options.assumptions());
    }

    OnnxNetwork run() {
        SymbolTable scope = new SymbolTable(null);
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
        losses.tell(notes);
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

    private List<String> outputs(SymbolTable scope) {
        List<String> names = new ArrayList<>();
        for (ValueInfo output : model.graph().outputs()) {
            Operand found = scope.find(output.name());
            if (found == null) {
                throw new OnnxException(
                        model.file(), "found output " + OnnxException.quoted(output.name()) + " that no node makes");
            }
            if (!found.isConstant() && !found.isLost()) {
                names.add(found.tensor().name());
            }
        }
        return names;
    }

    private void nodes(List<OnnxNode> nodes, SymbolTable scope, int depth) {
        for (OnnxNode node : nodes) {
            if (++translated > MOST_NODES) {
                throw new OnnxException(model.file(), "found more than " + MOST_NODES + " nodes, functions unfolded");
            }
            node(node, nodes, scope, depth);
        }
    }

    private void node(OnnxNode node, List<OnnxNode> all, SymbolTable scope, int depth) {
        Call call = new Call(context, node, builder, operands(node, all, scope));
        if (depth > DEEPEST) {
            throw call.fail("found functions or branches nested deeper than " + DEEPEST);
        }
        try {
            OnnxFunction function = model.functions().get(new OnnxFunction.Key(node.domain(), node.type()));
            boolean assumed = assumptions.concern(node);
            if (node.type().equals("If") && node.domain().isEmpty() && !assumed) {
                branch(call, scope, depth);
            } else if (losses.leavesOut(call, assumed)) {
                define(call, scope);
            } else if (assumed) {
                assumptions.apply(call);
                define(call, scope);
            } else if (function != null) {
                nodes(new FunctionCall(call, function).nodes(), scope, depth + 1);
            } else {
                translate(call);
                define(call, scope);
            }
        } catch (GraphException refused) {
            throw new OnnxException(
                    model.file(), refused.getMessage(), refused.remedy().orElse(null));
        } catch (ArithmeticException overflow) {
            throw call.fail("found sizes that do not fit 63 bits");
        }
    }

    private List<Operand> operands(OnnxNode node, List<OnnxNode> all, SymbolTable scope) {
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
        NodeTranslator operator = Operators.find(node.qualifiedType());
        if (operator == null) {
            throw call.needsAssumption("found an operator that rfsweep does not know");
        }
        if (constant) {
            WeightShapes.infer(call, context, operator);
        } else {
            operator.apply(call);
        }
    }

    private void define(Call call, SymbolTable scope) {
        List<String> names = call.node().outputs();
        for (int output = 0; output < names.size(); output++) {
            String name = names.get(output);
            Operand result = call.result(output);
            if (name.isEmpty()) {
                continue;
            }
            if (result == null) {
                throw call.needsAssumption("found output " + output + " in use, which rfsweep does not know");
            }
            if (!result.isLost() && result.rank() > MOST_DIMS) {
                throw call.fail("found an output of " + result.rank() + " dimensions, expected at most " + MOST_DIMS);
            }
            if (!scope.define(name, result)) {
                throw call.fail("found a second maker of " + OnnxException.quoted(name) + ", expected one");
            }
        }
    }

    /** If the condition is constant, the branch that is taken replaces the node; otherwise both branches count. */
    private void branch(Call call, SymbolTable scope, int depth) {
        Constant condition = call.operand(0).constant();
        boolean decided = condition != null
                && condition.integers() != null
                && condition.elements() == 1
                && condition.integers().getLong(0) != Constant.UNKNOWN;
        if (decided) {
            boolean holds = condition.integers().getLong(0) != 0;
            List<Operand> results = body(call, holds ? "then_branch" : "else_branch", scope, depth);
            for (int output = 0; output < results.size(); output++) {
                Operand result = results.get(output);
                boolean named = result != null && result.tensor() != null && call.wants(output);
                call.output(
                        output, named ? Operand.of(builder.pointwise(call.label(output), result.tensor())) : result);
            }
        } else {
            List<Operand> yes = body(call, "then_branch", scope, depth);
            BranchUnion.join(call, yes, body(call, "else_branch", scope, depth));
        }
        define(call, scope);
    }

    /** What the nodes of a branch make of its outputs, null where nothing does. */
    private List<Operand> body(Call call, String branch, SymbolTable scope, int depth) {
        Attribute taken = call.attribute(branch);
        if (taken == null || taken.graph() == null) {
            throw call.fail("found no " + branch + ", expected one");
        }
        OnnxGraph body = taken.graph();
        SymbolTable inner = new SymbolTable(scope);
        body.initializers().forEach((constant, value) -> inner.define(constant, Operand.of(value)));
        nodes(body.nodes(), inner, depth + 1);
        return body.outputs().stream().map(output -> inner.find(output.name())).toList();
    }
}
