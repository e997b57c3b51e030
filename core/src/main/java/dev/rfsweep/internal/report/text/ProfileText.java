package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.output.Page;
import dev.rfsweep.internal.output.PageColumn;
import dev.rfsweep.internal.output.Report;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a space holds.
 *
 * @param variants ids asked for
 * @param valid those of them that are valid
 * @param plan what it takes to find the matches
 */
public record ProfileText(Schema schema, BigInteger variants, BigInteger valid, Found found, Explanation plan)
        implements Report {

    /**
     * What is known of the matches.
     *
     * @param matching their number, or null where it takes too long to find out
     * @param least least value of each column of the schema: over the matches, or over all valid variants where those are unknown;
     *     empty without a match
     * @param most greatest value of each
     * @param unknown why the number is unknown, otherwise null
     */
    public record Found(BigInteger matching, List<Figure> least, List<Figure> most, String unknown) {

        public static Found of(Bounds result) {
            return new Found(result.count(), result.least(), result.most(), null);
        }

        /** Where only the bounds of {@code all} valid variants are known. */
        public static Found unknown(Plan all, String why) {
            return new Found(null, all.least(), all.most(), why);
        }

        boolean known() {
            return matching != null;
        }

        public boolean isEmpty() {
            return known() && matching.signum() == 0;
        }
    }

    @Override
    public void write(Page page) {
        Screen screen = page.screen();
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(new Page.Fact("variants", screen.number(variants)));
        facts.add(new Page.Fact("valid", screen.number(valid)));
        facts.add(new Page.Fact(
                "matching", found.known() ? screen.number(found.matching()) : "unknown: " + found.unknown()));
        if (found.known()) {
            facts.add(new Page.Fact("satisfiable", found.isEmpty() ? "no" : "yes"));
        }
        PlanText.lines(plan, screen).forEach(line -> facts.add(new Page.Fact("plan", line)));
        page.facts(facts);
        if (!found.isEmpty()) {
            String[] ends = found.known() ? new String[] {"min", "max"} : new String[] {"at least", "at most"};
            page.blank()
                    .table(
                            List.of(
                                    PageColumn.text("metric", this::label),
                                    PageColumn.number(
                                            ends[0],
                                            i -> screen.number(found.least().get(i))),
                                    PageColumn.number(
                                            ends[1],
                                            i -> screen.number(found.most().get(i)))),
                            columns());
        }
        PlanText.choices(plan, page);
    }

    @Override
    public JsonObject json() {
        JsonObject json =
                new JsonObject().put("variants", variants).put("valid", valid).put("matching", found.matching());
        json.put("satisfiable", found.known() ? !found.isEmpty() : null);
        if (!found.known()) {
            json.put("unknown", found.unknown());
        }
        JsonObject metrics = new JsonObject();
        for (int i : columns()) {
            metrics.put(
                    label(i),
                    new JsonObject()
                            .put("min", found.least().get(i))
                            .put("max", found.most().get(i)));
        }
        return json.put(found.known() ? "metrics" : "bounds", metrics).put("plan", PlanText.json(plan));
    }

    /** Numbers of the columns whose bounds there are: of all, or of none where nothing matches. */
    private List<Integer> columns() {
        return IntStream.range(0, found.least().size()).boxed().toList();
    }

    private String label(int column) {
        return schema.columns().get(column).label(schema.rank());
    }
}
