package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.output.Page;
import dev.rfsweep.internal.output.PageColumn;
import dev.rfsweep.internal.output.Quantity;
import dev.rfsweep.internal.output.Report;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.query.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an answer would be found.
 *
 * @param writing what it would cost to write its rows; empty where the answer is not rows
 */
public record PlanText(Explanation plan, Optional<RowCost> writing) implements Report {

    private static final String FROM_THE_END = "Where the number of copies is a choice, they are counted from the end:"
            + " 2.last-1 is the copy before the last one of stage 2.";

    @Override
    public void write(Page page) {
        lines(plan, page.screen()).forEach(page::paragraph);
        writing.ifPresent(cost -> page.paragraph(cost.text(page.screen())));
        choices(plan, page);
    }

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject().put("plan", json(plan));
        writing.ifPresent(cost -> json.put("writing", cost.json()));
        return json;
    }

    /** The way and its cost, a sentence a line. */
    static List<String> lines(Explanation plan, Screen screen) {
        Plan sweep = plan.sweep();
        String states = "states " + screen.number(plan.states()) + ", steps " + screen.number(plan.steps());
        return switch (plan.way()) {
            case ALGEBRA ->
                plan.knowsStates()
                        ? List.of(
                                "algebra, no variant is evaluated",
                                states + ", matches " + screen.number(plan.matches()) + ", "
                                        + Quantity.about(plan.seconds()))
                        : withMatches("algebra, no variant is evaluated: " + plan.reason(), plan, screen);
            case GUIDED ->
                !plan.knowsStates()
                        ? List.of("guided, a step is taken only where a match may follow: " + plan.reason())
                        : List.of(
                                "guided, every step leads to a match",
                                states + ", matches " + screen.number(plan.matches()),
                                "first row after " + Quantity.about(plan.seconds()) + "; to find all of them takes "
                                        + Quantity.about(plan.rowSeconds()) + " on "
                                        + Quantity.threads(sweep.threads()));
            case SWEEP ->
                List.of(
                        "sweep, threads " + sweep.threads() + ", at most about " + Quantity.time(sweep.seconds()) + ": "
                                + plan.reason(),
                        "ids " + screen.number(sweep.ids()) + ", states " + screen.number(sweep.nodes()) + ", steps "
                                + screen.number(sweep.edges()) + ", tables " + screen.number(sweep.tables()) + ", rows "
                                + screen.number(sweep.rows()));
        };
    }

    private static List<String> withMatches(String line, Explanation plan, Screen screen) {
        return plan.matches() == null ? List.of(line) : List.of(line, "matches " + screen.number(plan.matches()));
    }

    /** Between how many states each choice is made, before and after the conditions; nothing where there is no choice. */
    static void choices(Explanation plan, Page page) {
        if (plan.layers().isEmpty()) {
            return;
        }
        Screen screen = page.screen();
        List<PageColumn<Explanation.Layer>> columns = List.of(
                PageColumn.text("choice", Explanation.Layer::stage),
                PageColumn.number("states", layer -> screen.number(layer.states())),
                PageColumn.number("matched", layer -> screen.number(layer.matched())),
                PageColumn.number("with conditions", layer -> screen.number(layer.sums())));
        page.blank().table(plan.knowsStates() ? columns : columns.subList(0, 2), plan.layers());
        if (plan.layers().stream().anyMatch(layer -> layer.stage().contains(".last"))) {
            page.blank().paragraph(FROM_THE_END);
        }
    }

    static JsonObject json(Explanation plan) {
        Plan sweep = plan.sweep();
        boolean states = plan.knowsStates();
        JsonObject json = new JsonObject().put("way", plan.way().name().toLowerCase(Locale.ROOT));
        if (!states) {
            json.put("reason", plan.reason());
        }
        if (plan.way() == Explanation.Way.SWEEP) {
            json.put("tables", sweep.tables()).put("rows", sweep.rows()).put("ids", sweep.ids());
        }
        return json.put("states", states ? plan.states() : sweep.nodes())
                .put("steps", states ? plan.steps() : sweep.edges())
                .put("threads", sweep.threads())
                .put("seconds", Quantity.twoDigits(plan.seconds()))
                .put(
                        "choices",
                        plan.layers().stream().map(layer -> json(layer, states)).toList());
    }

    private static JsonObject json(Explanation.Layer layer, boolean states) {
        JsonObject json = new JsonObject().put("stage", layer.stage()).put("states", layer.states());
        return states ? json.put("matched", layer.matched()).put("sums", layer.sums()) : json;
    }
}
