package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.output.Table;
import dev.rfsweep.internal.query.Explanation;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan, ready to be printed. */
final class PlanText {

    private static final String FROM_THE_END = "Where the number of copies is a choice, they are counted from the end:"
            + " 2.last-1 is the copy before the last one of stage 2.";

    private PlanText() {}

    /** All of it, with what it costs to write the rows. */
    static Bytes of(Explanation plan, Optional<RowCost> writing, Screen screen) {
        Bytes text = new Bytes(1024);
        Stream.concat(lines(plan, screen).stream(), writing.map(cost -> cost.text(screen)).stream())
                .flatMap(line -> screen.wrap(line, 0).stream())
                .forEach(line -> text.append(line + "\n"));
        layers(plan, screen, text);
        return text;
    }

    /** The same as one JSON object. */
    static Bytes json(Explanation plan, Optional<RowCost> writing) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            write(plan, json);
            if (writing.isPresent()) {
                writing.get().write(json);
            }
            json.writeEndObject();
        }
        return new Bytes(1024).append(text + "\n");
    }

    static List<String> lines(Explanation plan, Screen screen) {
        Plan sweep = plan.sweep();
        String states = "states " + screen.number(plan.states()) + ", steps " + screen.number(plan.steps());
        return switch (plan.way()) {
            case ALGEBRA ->
                plan.knowsStates()
                        ? List.of(
                                "algebra, no variant is evaluated",
                                states + ", matches " + screen.number(plan.matches()) + ", " + about(plan.seconds()))
                        : withMatches("algebra, no variant is evaluated: " + plan.reason(), plan, screen);
            case GUIDED ->
                List.of(
                        "guided, every step leads to a match",
                        states + ", matches " + screen.number(plan.matches()),
                        "first row after " + about(plan.seconds()) + "; to find all of them takes "
                                + about(plan.rowSeconds()) + " on " + threads(sweep.threads()));
            case SWEEP ->
                List.of(
                        "sweep, threads " + sweep.threads() + ", at most about " + span(sweep.seconds()) + ": "
                                + plan.reason(),
                        "ids " + screen.number(sweep.ids()) + ", states " + screen.number(sweep.nodes()) + ", steps "
                                + screen.number(sweep.edges()) + ", tables " + screen.number(sweep.tables()) + ", rows "
                                + screen.number(sweep.rows()));
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
                        screen.number(layer.states()),
                        screen.number(layer.matched()),
                        screen.number(layer.sums())
                    },
                    text);
        }
        text.append("\n");
        table.finish(text);
        if (plan.layers().stream().anyMatch(layer -> layer.stage().contains(".last"))) {
            text.append("\n");
            screen.wrap(FROM_THE_END, 0).forEach(line -> text.append(line + "\n"));
        }
    }

    private static List<String> withMatches(String line, Explanation plan, Screen screen) {
        return plan.matches() == null ? List.of(line) : List.of(line, "matches " + screen.number(plan.matches()));
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
