package dev.rfsweep.cli;

import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.Table;
import dev.rfsweep.internal.output.TextRows;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.NumberText;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Bars as long as counts are great, in eighths of a column. The greatest fills what the numbers beside it leave free. */
final class Bars {

    private static final String FULL = "\u2588";

    /** From one to seven eighths of a column. */
    private static final String PARTS = "\u258f\u258e\u258d\u258c\u258b\u258a\u2589";

    private static final int EIGHTHS = 8;

    /** A longer bar tells no more. */
    private static final int LONGEST = 60;

    /** Between a value, a count and a bar. */
    private static final int GAPS = 4;

    private final int width;
    private BigInteger greatest = BigInteger.ONE;
    private int longest = 1;

    /** Bars for a screen of {@code width}. */
    Bars(int width) {
        this.width = width;
    }

    /** Settles what the greatest of {@code counts} is, and what room it has beside the cells of {@code value}. */
    void scale(SortedMap<Figure, BigInteger> counts, OutputColumn value) {
        TextRows values = Table.rows(List.of(value));
        int widest = value.label().length();
        int longestCount = "count".length();
        for (Map.Entry<Figure, BigInteger> row : counts.entrySet()) {
            Bytes line = new Bytes(32);
            values.row(row.getValue(), List.of(row.getKey()), line);
            widest = Math.max(widest, line.length() - 1);
            longestCount = Math.max(longestCount, NumberText.of(row.getValue()).length());
            greatest = greatest.max(row.getValue());
        }
        longest = Math.max(1, Math.min(LONGEST, width - widest - longestCount - GAPS));
    }

    /** What exists is seen: its bar has an eighth of a column at least. */
    String bar(BigInteger count) {
        BigInteger most = BigInteger.valueOf((long) longest * EIGHTHS);
        int eighths = count.multiply(most).divide(greatest).intValueExact();
        eighths = Math.max(eighths, count.signum());
        int part = eighths % EIGHTHS;
        return FULL.repeat(eighths / EIGHTHS) + (part == 0 ? "" : PARTS.substring(part - 1, part));
    }
}
