package dev.rfsweep.internal.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.internal.oracle.Cases;
import dev.rfsweep.model.AxisView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks of torchvision as exported, against what their own code showed when single pixels were changed. */
class TorchvisionTest {

    private static final int H = 0;
    private static final int W = 1;

    /** Files with sizes inside that were fixed when they were exported, and what is said when they do not fit any more. */
    private static final Map<String, String> FIXED = Map.of(
            "shufflenet_v2_x1_0", "which does not reshape to",
            "fpn_resnet18", "expected sizes that can be broadcast together");

    /** A network, by its name. */
    record Net(Map<?, ?> json) {
        @Override
        public String toString() {
            return (String) json.get("id");
        }

        Analysis analysis(Gates gates, Long... size) {
            ImportOptions options = ImportOptions.NONE.withSize(List.of(size));
            byte[] file = CaseFiles.of((String) json.get("onnx"));
            return Analysis.of(OnnxNetwork.read(toString(), file, options).graph(), gates);
        }
    }

    static Stream<Net> nets() throws IOException {
        List<Net> nets = new ArrayList<>();
        for (String line : Cases.lines("torchvision.jsonl").toList()) {
            nets.add(new Net((Map<?, ?>) Cases.json(line)));
        }
        return nets.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void everyEndpoint(Net net) {
        Analysis analysis = net.analysis(Gates.IGNORE);
        ((Map<?, ?>) net.json().get("endpoints")).forEach((name, value) -> {
            Map<?, ?> endpoint = (Map<?, ?>) value;
            Tensor tensor =
                    analysis.graph().find((String) endpoint.get("tensor")).orElseThrow();
            agrees(name + " w", analysis.view(tensor, W), (Map<?, ?>) endpoint.get("w"));
            if (endpoint.containsKey("h")) {
                agrees(name + " h", analysis.view(tensor, H), (Map<?, ?>) endpoint.get("h"));
            }
            if (endpoint.get("at_export_size") instanceof Map<?, ?> clipped) {
                unitsAgree(analysis, tensor, clipped);
            }
        });
    }

    /** What others printed of these networks, where they agree with brute force or are known to be another variant. */
    @Test
    void publishedFields() throws IOException {
        Map<String, Net> nets = new HashMap<>();
        nets().forEach(net -> nets.put(net.toString(), net));
        int compared = 0;
        for (Object row : (List<?>) Cases.json(new String(CaseFiles.of("published_torchvision.json"), UTF_8))) {
            Map<?, ?> published = (Map<?, ?>) row;
            Net net = nets.get(published.get("model"));
            Map<?, ?> endpoints =
                    net == null ? Map.of() : (Map<?, ?>) net.json().get("endpoints");
            if (endpoints.get(published.get("endpoint")) instanceof Map<?, ?> endpoint) {
                Analysis analysis = net.analysis(Gates.IGNORE);
                Tensor tensor =
                        analysis.graph().find((String) endpoint.get("tensor")).orElseThrow();
                assertThat(analysis.view(tensor, W).rf())
                        .as("%s %s", net, published.get("endpoint"))
                        .isEqualTo(((Number) published.get("oracle_rf")).longValue());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(17);
    }

    private static void agrees(String name, AxisView view, Map<?, ?> expected) {
        Map<String, Object> found = new HashMap<>();
        found.put("rf", (int) view.rf());
        found.put("rf_min", (int) view.rfMin());
        found.put("step_num", (int) view.shift());
        found.put("step_den", view.phases().size());
        found.put("start0", (int) view.start());
        found.put("count", (int) view.coverage());
        found.put(
                "phases",
                view.phases().stream()
                        .map(phase -> List.of((int) phase.start(), (int) phase.size(), (int) phase.count()))
                        .toList());
        found.keySet().retainAll(expected.keySet());
        assertThat(found).as(name).isEqualTo(expected);
    }

    /** Rows {@code [u, lo, hi, count]} along w, in the middle along h. */
    private static void unitsAgree(Analysis analysis, Tensor tensor, Map<?, ?> clipped) {
        assertThat((int) tensor.shape().units(W)).isEqualTo(clipped.get("out"));
        for (Object row : (List<?>) clipped.get("units")) {
            Region region = analysis.region(tensor, tensor.shape().units(H) / 2, (Integer) ((List<?>) row).get(0));
            assertThat(List.of((int) region.lo(W), (int) region.hi(W), (int) region.count(W)))
                    .as("unit %s of %s", row, tensor.name())
                    .isEqualTo(((List<?>) row).subList(1, 4));
        }
    }

    /** Gates followed, on an input of another size than the file was made for. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void aUnitInTheMiddleOfALargerInput(Net net) {
        Map<?, ?> expected = (Map<?, ?>) net.json().get("as_is_512");
        if (FIXED.containsKey(net.toString())) {
            assertThatThrownBy(() -> net.analysis(Gates.FOLLOW, 512L, 512L))
                    .isInstanceOf(OnnxException.class)
                    .hasMessageContaining(FIXED.get(net.toString()));
            return;
        }
        Analysis analysis = net.analysis(Gates.FOLLOW, 512L, 512L);
        String last = (String) ((Map<?, ?>)
                        ((Map<?, ?>) net.json().get("endpoints")).get(net.json().get("final")))
                .get("tensor");
        Tensor tensor = analysis.graph().find(last).orElseThrow();
        Region region = analysis.region(tensor, tensor.shape().units(H) / 2, (Integer) expected.get("unit"));
        assertThat(List.of((int) region.lo(W), (int) region.hi(W), (int) region.count(W)))
                .isEqualTo(List.of(expected.get("lo"), expected.get("hi"), expected.get("count")));
        assertThat(analysis.global(tensor)).isEqualTo("true".equals(net.json().get("global_as_is")));
    }
}
