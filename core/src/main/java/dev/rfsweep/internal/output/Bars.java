package dev.rfsweep.internal.output;

import dev.rfsweep.internal.engine.evaluate.ColumnType;
import dev.rfsweep.model.NumberText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Bars as long as counts are great, in eighths of a column. The greatest fills what the numbers beside it leave free. */
public final class Bars {

    private static final String FULL = "\u2588";

    /** From one to seven eighths of a column. */
    private static final String PARTS = "\u258f\u258e\u258d\u258c\u258b\u258a\u2589";

    private static final int EIGHTHS = 8;

    /** Longer bars are no easier to compare. */
    private static final int LONGEST = 60;

    /** Between a value, a count and a bar. */
    private static final int GAPS = 4;

    private static final String LABEL = "";

    private Bars() {}

    /** The columns of a histogram, and one of bars. */
    public static List<TypedTable.Field> beside(List<TypedTable.Field> fields) {
        List<TypedTable.Field> more = new ArrayList<>(fields);
        more.add(new TypedTable.Field(LABEL, ColumnType.TEXT));
        return more;
    }

    /** The same for its rows, on a screen of {@code width}. */
    public static TypedTable beside(TypedTable histogram, int width) {
        int widest = histogram.fields().get(0).label().length();
        int longestCount = histogram.fields().get(1).label().length();
        BigInteger greatest = BigInteger.ONE;
        for (List<Object> row : histogram.rows()) {
            BigInteger count = (BigInteger) row.get(1);
            widest = Math.max(widest, TypedTable.text(row.get(0)).length());
            longestCount = Math.max(longestCount, NumberText.of(count).length());
            greatest = greatest.max(count);
        }
        int longest = Math.max(1, Math.min(LONGEST, width - widest - longestCount - GAPS));
        List<String> bars = new ArrayList<>();
        for (List<Object> row : histogram.rows()) {
            bars.add(bar((BigInteger) row.get(1), greatest, longest));
        }
        return histogram.with(LABEL, bars);
    }

    /** A count that is not 0 has a bar of at least an eighth of a column. */
    private static String bar(BigInteger count, BigInteger greatest, int longest) {
        BigInteger most = BigInteger.valueOf((long) longest * EIGHTHS);
        int eighths = count.multiply(most).divide(greatest).intValueExact();
        eighths = Math.max(eighths, count.signum());
        int part = eighths % EIGHTHS;
        return FULL.repeat(eighths / EIGHTHS) + (part == 0 ? "" : PARTS.substring(part - 1, part));
    }
}
