package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.IntervalSet;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.AxisView.Kind;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.metric.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for layers that could be left out and inputs that go unread, by the rules of thumb of the field. Advice about the
 * size of the input needs that size.
 */
public final class Adviser {

    /**
     * Input sizes that suit a network, along one axis.
     *
     * @param smallest the first size at which no layer is unproductive along this axis: one more than the widest field that
     *     is the input of a layer with a kernel
     * @param largest the last size at which some unit sees all of it: the widest field of any local tensor
     */
    public record UsefulSizes(long smallest, long largest) {

        /** Whether no size suits: in all of them a layer is unproductive or no unit sees everything. */
        public boolean none() {
            return smallest > largest;
        }
    }

    private final Analysis analysis;
    private final Graph graph;
    private final List<Advice> advice = new ArrayList<>();

    private Adviser(Analysis analysis) {
        this.analysis = analysis;
        this.graph = analysis.graph();
    }

    /** All advice on the network, in topological order. */
    public static List<Advice> advise(Analysis analysis) {
        Adviser adviser = new Adviser(analysis);
        Links[] readers = adviser.readers();
        for (Tensor tensor : analysis.graph().tensors()) {
            adviser.unproductive(tensor);
            adviser.gridding(tensor);
            adviser.unread(tensor, readers[tensor.id()]);
        }
        return List.copyOf(adviser.advice);
    }

    /**
     * Sizes that suit the network along {@code axis}; empty if no layer has a kernel there, or if the units of some map see
     * everything at any size, as behind attention.
     */
    public static Optional<UsefulSizes> usefulSizes(Analysis analysis, int axis) {
        long smallest = 0;
        long largest = 0;
        for (Tensor tensor : analysis.graph().tensors()) {
            AxisView view = analysis.view(tensor, axis);
            boolean map = tensor.shape().units(axis) != 1 && !analysis.fields().pooled(tensor, axis);
            if (map && view.kind() == Kind.GLOBAL) {
                return Optional.empty();
            }
            largest = view.kind() == Kind.LOCAL ? Math.max(largest, view.rf()) : largest;
            for (OperatorInput link : analysis.fields().followed(tensor, axis)) {
                AxisView before = analysis.view(link.source(), axis);
                if (before.kind() == Kind.LOCAL && hasKernel(link.read(axis))) {
                    smallest = Math.max(smallest, before.rf() + 1);
                }
            }
        }
        return smallest == 0 ? Optional.empty() : Optional.of(new UsefulSizes(smallest, largest));
    }

    /**
     * Whether all units of {@code tensor} already see all of an input of known size along {@code axis}: a kernel behind it sees
     * nothing new there.
     */
    public static boolean covers(Analysis analysis, Tensor tensor, int axis) {
        AxisView view = analysis.view(tensor, axis);
        long size = analysis.graph().input().shape().units(axis);
        return view.kind() == Kind.LOCAL && size != Size.UNKNOWN && view.rfMin() >= size;
    }

    private static boolean hasKernel(Read read) {
        return read instanceof Slide slide && slide.kernel() > 1;
    }

    private void unproductive(Tensor tensor) {
        if (tensor.links().size() != 1) {
            return;
        }
        Tensor before = tensor.links().get(0).source();
        boolean kernel = false;
        for (int axis = 0; axis < graph.axes(); axis++) {
            if (!covers(analysis, before, axis)) {
                return;
            }
            kernel |= hasKernel(tensor.links().get(0).read(axis));
        }
        if (kernel) {
            add(
                    Advice.Kind.UNPRODUCTIVE,
                    tensor,
                    "unproductive: the field of its input already covers the whole image");
        }
    }

    private void gridding(Tensor tensor) {
        for (int axis = 0; axis < graph.axes(); axis++) {
            AxisView view = analysis.view(tensor, axis);
            boolean before = false;
            for (OperatorInput link : analysis.fields().followed(tensor, axis)) {
                before |= holes(analysis.view(link.source(), axis));
            }
            if (holes(view) && !before) {
                add(
                        Advice.Kind.GRIDDING,
                        tensor,
                        "gridding: along " + name(axis) + " a unit reads " + view.coverage() + " of the " + view.rf()
                                + " positions of its field");
            }
        }
    }

    private static boolean holes(AxisView view) {
        return view.phases().stream().anyMatch(phase -> phase.count() >= 0 && phase.count() < phase.size());
    }

    private void unread(Tensor tensor, Links readers) {
        for (int axis = 0; readers != null && axis < graph.axes(); axis++) {
            long units = tensor.shape().units(axis);
            if (units == Size.UNKNOWN || !readers.skips(axis)) {
                continue;
            }
            IntervalSet read = IntervalSet.NONE;
            for (int i = 0; i < readers.links.size(); i++) {
                long out = readers.outputs.get(i).shape().units(axis);
                read = read.or(readers.links.get(i).read(axis).inputs(IntervalSet.of(0, out - 1), units));
            }
            if (read.intervals() > 1) {
                long between = read.last() - read.first() + 1 - read.count();
                add(
                        Advice.Kind.UNREAD,
                        readers.outputs.get(0),
                        "unread: " + between + " of the " + units + " units of '" + tensor.name() + "' along "
                                + name(axis) + " are skipped between others that are read");
            }
        }
    }

    private Links[] readers() {
        Links[] readers = new Links[graph.tensors().size()];
        for (Tensor tensor : graph.tensors()) {
            for (OperatorInput link : tensor.links()) {
                int source = link.source().id();
                readers[source] = readers[source] == null ? new Links() : readers[source];
                readers[source].links.add(link);
                readers[source].outputs.add(tensor);
            }
        }
        return readers;
    }

    private String name(int axis) {
        return Column.axisName(axis, graph.axes());
    }

    private void add(Advice.Kind kind, Tensor tensor, String text) {
        advice.add(new Advice(kind, tensor, text));
    }

    /** Who reads a tensor. */
    private static final class Links {

        final List<OperatorInput> links = new ArrayList<>();
        final List<Tensor> outputs = new ArrayList<>();

        /** Whether every reader leaves out units along {@code axis} that its windows step over. */
        boolean skips(int axis) {
            boolean skips = true;
            for (OperatorInput link : links) {
                skips &= link.read(axis) instanceof Slide slide && Math.abs(slide.stride()) > 1;
            }
            return skips;
        }
    }
}
