package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.engine.Plan;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** A plan, ready to be printed. */
final class PlanText {

    private PlanText() {}

    static List<String> lines(Plan plan) {
        String trellis = "states " + plan.nodes() + ", steps " + plan.edges();
        if (plan.way() == Plan.Way.ALGEBRA) {
            return List.of("algebra, no variant is evaluated", trellis);
        }
        return List.of(
                "sweep, threads " + plan.threads() + ", at most about " + span(plan.seconds()),
                "ids " + plan.ids() + ", " + trellis + ", tables " + plan.tables() + ", rows " + plan.rows());
    }

    static void write(Plan plan, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("plan");
        json.writeStringField("way", plan.way().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("nodes", plan.nodes());
        json.writeNumberField("edges", plan.edges());
        json.writeNumberField("tables", plan.tables());
        json.writeNumberField("rows", plan.rows());
        json.writeNumberField("ids", plan.ids());
        json.writeNumberField("threads", plan.threads());
        json.writeFieldName("seconds");
        json.writeNumber(twoDigits(plan.seconds()));
        json.writeEndObject();
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

    private static String twoDigits(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(2)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
