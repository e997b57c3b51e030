package dev.rfsweep.internal.analysis;

import static dev.rfsweep.internal.analysis.CaseNet.list;
import static dev.rfsweep.internal.analysis.CaseNet.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.model.AxisView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Every exact field of the independent answers, against the graph of a network, wherever it was read. */
public final class CaseAnswers {

    /** Stands for the position of a unit that sees nothing. */
    private static final String NOTHING = "null";

    private CaseAnswers() {}

    /** Every layer of a chain. */
    public static void chainAgrees(CaseNet net) {
        Analysis analysis = Analysis.of(net.graph(), Gates.IGNORE);
        map(net.json().get("expect")).forEach((node, answer) -> {
            Tensor tensor = tensor(analysis, node);
            List<?> found = List.of(
                    perAxis(net, axis -> tensor.shape().units(axis)),
                    perAxis(net, axis -> analysis.view(tensor, axis).rf()),
                    perAxis(net, axis -> analysis.view(tensor, axis).stride()),
                    perAxis(net, axis -> analysis.view(tensor, axis).start()),
                    perAxis(net, axis -> analysis.view(tensor, axis).coverage()));
            assertThat(found).as("%s", node).isEqualTo(values(map(answer), "out", "rf", "stride", "start0", "count"));
            unitsAgree(analysis, tensor, map(answer).get("units"));
        });
        smallInputAgrees(net);
    }

    /** Every tensor of a graph, and every unit of its output. */
    public static void graphAgrees(CaseNet net) {
        Analysis analysis = Analysis.of(net.graph(), Gates.IGNORE);
        map(net.json().get("expect")).forEach((node, answer) -> {
            Tensor tensor = tensor(analysis, node);
            List<?> axes = list(map(answer).get("axes"));
            for (int axis = 0; axis < net.axes(); axis++) {
                AxisView view = analysis.view(tensor, axis);
                List<?> phases = view.phases().stream()
                        .map(phase ->
                                List.of(phase.size() == 0 ? NOTHING : (int) phase.start(), (int) phase.size(), (int)
                                        phase.count()))
                        .toList();
                List<Object> found = List.of(
                        (int) tensor.shape().units(axis),
                        (int) view.rf(),
                        (int) view.rfMin(),
                        (int) view.shift(),
                        view.phases().size(),
                        phases);
                assertThat(found)
                        .as("%s axis %d", node, axis)
                        .isEqualTo(
                                values(map(axes.get(axis)), "out", "rf", "rf_min", "step_num", "step_den", "phases"));
            }
        });
        Tensor output = tensor(analysis, net.output());
        for (int axis = 0; axis < net.axes(); axis++) {
            rowsAgree(
                    analysis, output, axis, list(net.json().get("output_units")).get(axis));
        }
        if (net.json().containsKey("output_nd")) {
            unitsAgree(analysis, output, net.json().get("output_nd"));
        }
        smallInputAgrees(net);
        if (net.json().containsKey("as_is_center")) {
            gatesFollowed(net);
        }
    }

    private static void gatesFollowed(CaseNet net) {
        Analysis followed = Analysis.of(net.graph(), Gates.FOLLOW);
        Tensor output = tensor(followed, net.output());
        long[] centre = new long[net.axes()];
        Arrays.setAll(centre, axis -> output.shape().units(axis) / 2);
        Region region = followed.region(output, centre);
        for (int axis = 0; axis < net.axes(); axis++) {
            assertThat(List.of((int) region.lo(axis), (int) region.hi(axis), (int) region.count(axis)))
                    .isEqualTo(list(net.json().get("as_is_center")).get(axis));
        }
        assertThat(followed.global(output)).isTrue();
    }

    /** Every end-point of a published network. */
    public static void endpointsAgree(CaseNet net) {
        Analysis analysis = Analysis.of(net.graph(), Gates.IGNORE);
        map(net.json().get("endpoints")).forEach((name, answer) -> {
            Tensor tensor = tensor(analysis, map(answer).get("node"));
            assertThat(perAxis(net, axis -> tensor.shape().units(axis)))
                    .isEqualTo(map(answer).get("out"));
            for (int axis = 0; axis < net.axes(); axis++) {
                AxisView view = analysis.view(tensor, axis);
                List<Integer> found =
                        List.of((int) view.rf(), (int) view.stride(), (int) view.strideDen(), (int) view.start(), (int)
                                view.coverage());
                assertThat(found)
                        .as("%s axis %d", name, axis)
                        .isEqualTo(values(
                                map(list(map(answer).get("axes")).get(axis)),
                                "rf",
                                "step_num",
                                "step_den",
                                "start0",
                                "count"));
            }
        });
    }

    /** Every unit of the output over a tiny input, whose other axes have some size that works. */
    private static void smallInputAgrees(CaseNet net) {
        Map<?, ?> small = net.json().get("small") instanceof Map<?, ?> found ? found : null;
        if (small == null) {
            return;
        }
        for (int axis = 0; axis < net.axes(); axis++) {
            Map<?, ?> answer = map(list(small.get("axes")).get(axis));
            long[] size = CaseNet.longs(map(net.json().get("input")).get("size"));
            size[axis] = (Integer) answer.get("in");
            Analysis analysis = Analysis.of(net.graph(size), Gates.IGNORE);
            Tensor tensor = tensor(analysis, small.get("node"));
            assertThat((int) tensor.shape().units(axis)).isEqualTo(answer.get("out"));
            rowsAgree(analysis, tensor, axis, answer.get("units"));
        }
    }

    /** Rows {@code [u, lo, hi, count]} of one axis; the others take part with a unit that sees something. */
    private static void rowsAgree(Analysis analysis, Tensor tensor, int axis, Object rows) {
        long[] unit = seeing(analysis, tensor, axis);
        List<Object> found = new ArrayList<>();
        for (Object row : list(rows)) {
            unit[axis] = (Integer) list(row).get(0);
            Region region = analysis.region(tensor, unit);
            found.add(
                    region.isEmpty()
                            ? List.of((int) unit[axis], NOTHING, NOTHING, 0)
                            : List.of((int) unit[axis], (int) region.lo(axis), (int) region.hi(axis), (int)
                                    region.count(axis)));
        }
        assertThat(found).as("units of %s axis %d", tensor.name(), axis).isEqualTo(rows);
    }

    private static long[] seeing(Analysis analysis, Tensor tensor, int besides) {
        long[] unit = new long[tensor.shape().axes()];
        for (int axis = 0; axis < unit.length; axis++) {
            List<AxisView.Phase> phases = analysis.view(tensor, axis).phases();
            long units = tensor.shape().units(axis);
            long middle = units / 2;
            while (axis != besides && phases.get((int) (middle % phases.size())).size() == 0) {
                middle = (middle + 1) % units;
            }
            unit[axis] = middle;
        }
        return unit;
    }

    private static void unitsAgree(Analysis analysis, Tensor tensor, Object units) {
        for (Object one : list(units)) {
            Map<?, ?> answer = map(one);
            Region region = analysis.region(tensor, CaseNet.longs(answer.get("u")));
            int axes = tensor.shape().axes();
            List<Object> lo = new ArrayList<>();
            List<Object> hi = new ArrayList<>();
            List<Object> count = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                lo.add(region.isEmpty() ? NOTHING : (int) region.lo(axis));
                hi.add(region.isEmpty() ? NOTHING : (int) region.hi(axis));
                count.add((int) region.count(axis));
            }
            assertThat(List.of(lo, hi, count, (int) region.count()))
                    .as("unit %s of %s", answer.get("u"), tensor.name())
                    .isEqualTo(values(answer, "lo", "hi", "count", "count_nd"));
            assertThat(region.exact()).isTrue();
        }
    }

    private static List<Object> values(Map<?, ?> json, String... names) {
        List<Object> values = new ArrayList<>();
        for (String name : names) {
            values.add(json.get(name));
        }
        return values;
    }

    private static List<Integer> perAxis(CaseNet net, IntToLongFunction value) {
        return IntStream.range(0, net.axes())
                .mapToObj(axis -> (int) value.applyAsLong(axis))
                .toList();
    }

    static Tensor tensor(Analysis analysis, Object name) {
        return analysis.graph().find((String) name).orElseThrow();
    }
}
