package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.output.JsonLines;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.output.Page;
import dev.rfsweep.internal.output.Report;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One variant.
 *
 * @param arch its blocks
 * @param metrics values by label; empty when the variant is invalid
 */
public record VariantReport(BigInteger id, String arch, Map<String, Figure> metrics, VariantLayers layers)
        implements Report {

    /**
     * What there is to tell of variant {@code id} of {@code space}.
     *
     * @param told how it is told that a layer cannot be built
     */
    public static VariantReport of(Space space, BigInteger id, String arch, Function<RfsweepException, String> told) {
        Variant variant = space.automaton().unrank(id);
        return new VariantReport(id, arch, metrics(space, id), VariantLayers.of(space.network(variant), told));
    }

    private static Map<String, Figure> metrics(Space space, BigInteger id) {
        List<Column> columns = space.schema().columns();
        Sweep one = Sweep.over(space).ids(id, id.add(BigInteger.ONE)).threads(1);
        Map<String, Figure> metrics = new LinkedHashMap<>();
        for (Row row : Answers.over(space, List.of()).sweeping(one).page(columns, BigInteger.ZERO, 1)) {
            for (int i = 0; i < columns.size(); i++) {
                metrics.put(
                        columns.get(i).label(space.schema().rank()),
                        row.values().get(i));
            }
        }
        return metrics;
    }

    @Override
    public void write(Page page) {
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(new Page.Fact("id", id.toString()));
        facts.add(new Page.Fact("arch", arch));
        metrics.forEach(
                (label, value) -> facts.add(new Page.Fact(label, page.screen().number(value))));
        if (metrics.isEmpty()) {
            facts.add(new Page.Fact("invalid", "the output of some layer would be smaller than 1"));
        }
        page.facts(facts).blank().table(LayerRow.COLUMNS, layers.rows());
        if (!layers.end().isEmpty()) {
            page.blank().line("No more layers are shown: " + layers.end());
        }
    }

    @Override
    public JsonObject json() {
        JsonObject values = new JsonObject();
        metrics.forEach(values::put);
        return new JsonObject()
                .put("id", JsonLines.isNumber(id) ? id : id.toString())
                .put("arch", arch)
                .put("valid", !metrics.isEmpty())
                .put("metrics", values)
                .put("layers", layers.rows().stream().map(LayerRow::json).toList());
    }
}
