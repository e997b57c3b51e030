package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.engine.Plan;
import dev.rfsweep.model.Figures;
import dev.rfsweep.output.Bytes;
import dev.rfsweep.output.Screen;
import dev.rfsweep.output.Table;
import dev.rfsweep.query.Explanation;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A plan, ready to be printed. */
final class PlanText {

    private PlanText() {}

    /** All of it; {@code more} lines stand below those that tell the way. */
    static Bytes of(Explanation plan, List<String> more, Screen screen) {
        Bytes text = new Bytes(1024);
        Stream.concat(lines(plan).stream(), more.stream())
                .flatMap(line -> screen.wrap(line, 0).stream())
                .forEach(line -> text.append(line + "\n"));
        layers(plan, screen, text);
        return text;
    }

    static List<String> lines(Explanation plan) {
        Plan sweep = plan.sweep();
        String states = "states " + Figures.of(plan.states()) + ", steps " + Figures.of(plan.steps());
        return switch (plan.way()) {
            case ALGEBRA ->
                plan.knowsStates()
                        ? List.of(
                                "algebra, no variant is evaluated",
                                states + ", matches " + Figures.of(plan.matches()) + ", " + about(plan.seconds()))
                        : List.of(
                                "algebra, no variant is evaluated: " + plan.reason(),
                                "matches " + Figures.of(plan.matches()));
            case GUIDED ->
                List.of(
                        "guided, every step leads to a match",
                        states + ", matches " + Figures.of(plan.matches()),
                        "first row after " + about(plan.seconds()) + "; to find all of them takes "
                                + about(plan.rowSeconds()) + " on " + threads(sweep.threads()));
            case SWEEP ->
                List.of(
                        "sweep, threads " + sweep.threads() + ", at most about " + span(sweep.seconds()) + ": "
                                + plan.reason(),
                        "ids " + Figures.of(sweep.ids()) + ", states " + Figures.of(sweep.nodes()) + ", steps "
                                + Figures.of(sweep.edges()) + ", tables " + Figures.of(sweep.tables()) + ", rows "
                                + Figures.of(sweep.rows()));
        };
    }

    /** What every choice is made from, before and after the conditions; nothing where there is no choice. */
    static void layers(Explanation plan, Screen screen, Bytes text) {
        if (plan.layers().isEmpty()) {
            return;
        }
        List<String> labels = plan.knowsStates()
                ? List.of("choice", "states", "matched", "with conditions")
                : List.of("choice", "states");
        Table table = new Table(labels, List.of(true, false, false, false).subList(0, labels.size())).on(screen);
        for (Explanation.Layer layer : plan.layers()) {
            table.add(
                    new String[] {
                        layer.stage(),
                        Figures.of(layer.states()),
                        Figures.of(layer.matched()),
                        Figures.of(layer.sums())
                    },
                    text);
        }
        text.append("\n");
        table.finish(text);
    }

    static void write(Explanation plan, JsonGenerator json) throws IOException {
        boolean swept = plan.way() == Explanation.Way.SWEEP;
        boolean states = plan.knowsStates();
        json.writeObjectFieldStart("plan");
        json.writeStringField("way", plan.way().name().toLowerCase(Locale.ROOT));
        if (!states) {
            json.writeStringField("reason", plan.reason());
        }
        if (swept) {
            json.writeNumberField("tables", plan.sweep().tables());
            json.writeNumberField("rows", plan.sweep().rows());
            json.writeNumberField("ids", plan.sweep().ids());
        }
        json.writeNumberField("states", states ? plan.states() : plan.sweep().nodes());
        json.writeNumberField("steps", states ? plan.steps() : plan.sweep().edges());
        json.writeNumberField("threads", plan.sweep().threads());
        json.writeFieldName("seconds");
        json.writeNumber(twoDigits(plan.seconds()));
        json.writeArrayFieldStart("choices");
        for (Explanation.Layer layer : plan.layers()) {
            json.writeStartObject();
            json.writeStringField("stage", layer.stage());
            json.writeNumberField("states", layer.states());
            if (states) {
                json.writeNumberField("matched", layer.matched());
                json.writeNumberField("sums", layer.sums());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static String threads(int threads) {
        return threads + (threads == 1 ? " thread" : " threads");
    }

    private static String about(double seconds) {
        return seconds < 1 ? "less than 1 s" : "about " + span(seconds);
    }

    /** A time in the unit that suits it. */
    static String span(double seconds) {
        if (seconds < 1) {
            return "1 s";
        }
        String[] units = {" s", " min", " h", " days", " years"};
        double[] steps = {60, 60, 24, 365};
        double[] most = {120, 120, 48, 730};
        double left = seconds;
        int unit = 0;
        while (unit < steps.length && left >= most[unit]) {
            left /= steps[unit++];
        }
        return twoDigits(left) + units[unit];
    }

    static String twoDigits(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(2)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
