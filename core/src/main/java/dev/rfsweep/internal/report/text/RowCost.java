package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Format;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.Quantity;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.output.TextRows;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to write rows, estimated without finding one.
 *
 * @param rows how many there are, or at most where that is not known beforehand
 * @param known whether it is
 * @param bytes of all rows, about
 * @param seconds to find and write all of them, about
 */
public record RowCost(BigInteger rows, boolean known, double bytes, double seconds, int threads) {

    /** Ids whose rows are written for trial, evenly spread: their length is close to the average. */
    private static final int TRIALS = 64;

    /** What one thread writes, rounded down from what was measured: numbers, and rows with a text worked out from the id. */
    private static final double NUMBERS_A_SECOND = 300e6;

    private static final double TEXTS_A_SECOND = 100e6;

    /**
     * The cost of {@code plan}.
     *
     * @param range ids asked for
     * @param layout what rows show
     * @param skipped matches that are left out
     * @param limit rows at most
     */
    public static RowCost of(
            Explanation plan, IdRange range, RowLayout layout, Format format, BigInteger skipped, long limit) {
        Plan sweep = plan.sweep();
        boolean known = plan.matches() != null;
        BigInteger rest =
                (known ? plan.matches() : range.length()).subtract(skipped).max(BigInteger.ZERO);
        BigInteger rows = limit == Long.MAX_VALUE ? rest : rest.min(BigInteger.valueOf(limit));
        double length = rest.signum() == 0 ? 0 : length(format.rows(layout.fields()), range, layout.columns(), sweep);
        double bytes = rows.doubleValue() * length;
        boolean texts = layout.fields().stream().anyMatch(field -> field instanceof OutputColumn.Variant);
        double writing = bytes / (texts ? TEXTS_A_SECOND : NUMBERS_A_SECOND) / sweep.threads();
        double share = rest.signum() == 0 ? 0 : rows.doubleValue() / rest.doubleValue();
        double finding =
                plan.way() == Explanation.Way.SWEEP ? sweep.seconds() : plan.seconds() + plan.rowSeconds() * share;
        return new RowCost(rows, known, bytes, finding + writing, sweep.threads());
    }

    String text(Screen screen) {
        String most = known ? "" : "at most ";
        String count = screen.number(rows) + (rows.equals(BigInteger.ONE) ? " row" : " rows");
        return "writing " + most + count + " takes " + most + "about " + Quantity.size(bytes) + " and "
                + Quantity.about(seconds) + " on " + Quantity.threads(threads);
    }

    JsonObject json() {
        return new JsonObject()
                .put("rows", rows)
                .put("known", known)
                .put("bytes", Quantity.twoDigits(bytes))
                .put("seconds", Quantity.twoDigits(seconds));
    }

    /** Of a row, on average over ids, with values halfway between their bounds. */
    private static double length(TextRows encoder, IdRange range, List<Column> columns, Plan sweep) {
        List<Figure> values = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            values.add(
                    sweep.least().isEmpty()
                            ? new Figure(columns.get(column).metric(), 0)
                            : sweep.least().get(column).middle(sweep.most().get(column)));
        }
        Bytes text = new Bytes(1 << 12);
        BigInteger last = range.length().subtract(BigInteger.ONE);
        for (int trial = 0; trial < TRIALS; trial++) {
            BigInteger step = last.multiply(BigInteger.valueOf(trial)).divide(BigInteger.valueOf(TRIALS - 1));
            encoder.row(range.from().add(step), values, text);
        }
        return text.length() / (double) TRIALS;
    }
}
