package dev.rfsweep.internal.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Aligned columns for people: numbers to the right, texts to the left. The rows arrive with their cells
 * separated by tabs; the first {@value #SAMPLE} of them settle the widths, and a later cell that is wider widens its
 * own row only. So a table streams, in bounded memory. Not thread-safe.
 */
public final class Table {

    static final int SAMPLE = 100;

    private static final String ELLIPSIS = "\u2026";

    private final List<Boolean> left;
    private final int sample;
    private final int[] widths;
    private final String[] labels;
    private final List<String[]> waiting = new ArrayList<>();
    private Screen screen = Screen.PAPER;
    private int tails = -1;

    private Fit fit;

    public Table(List<OutputColumn> fields) {
        this(
                fields.stream().map(OutputColumn::label).toList(),
                fields.stream().map(OutputColumn::isText).toList());
    }

    /** A table of {@code labels}, of which those marked in {@code left} hold text. */
    Table(List<String> labels, List<Boolean> left) {
        this(labels, left, SAMPLE);
    }

    private Table(List<String> labels, List<Boolean> left, int sample) {
        this.sample = sample;
        this.left = List.copyOf(left);
        this.labels = labels.toArray(String[]::new);
        this.widths = new int[labels.size()];
    }

    /** The same, but for tables that are short enough to wait for their last row before the first is laid out. */
    static Table whole(List<String> labels, List<Boolean> left) {
        return new Table(labels, left, Integer.MAX_VALUE);
    }

    /** Appends a table of {@code rows}. Where the labels take the room that numbers need, they are brief. */
    static void write(List<? extends PageColumn<?>> columns, List<String[]> rows, Screen screen, Bytes out) {
        List<String> labels = columns.stream().map(PageColumn::label).toList();
        if (!fits(labels, rows, screen)) {
            labels = columns.stream().map(PageColumn::brief).toList();
        }
        List<PageColumn.Kind> kinds = columns.stream().map(PageColumn::kind).toList();
        List<Boolean> left =
                kinds.stream().map(kind -> kind != PageColumn.Kind.NUMBER).toList();
        Table table = whole(labels, left).on(screen).keepingTails(kinds.indexOf(PageColumn.Kind.PATH));
        rows.forEach(row -> table.add(row, out));
        table.finish(out);
    }

    private static boolean fits(List<String> labels, List<String[]> rows, Screen screen) {
        Table table = whole(labels, Collections.nCopies(labels.size(), false));
        table.measure(table.labels);
        rows.forEach(table::measure);
        return new Fit(table.widths, table.left, screen.width())
                .missing(table.labels)
                .isEmpty();
    }

    /** The rows this table aligns: feed what they encode to {@link #add(Bytes, Bytes)}. */
    public static TextRows rows(List<OutputColumn> fields) {
        byte[][] before = new byte[fields.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = i == 0 ? new byte[0] : new byte[] {'\t'};
        }
        return new TextRows(fields, before, new byte[] {'\n'}, Quoting.NONE, new byte[0]);
    }

    /**
     * Lays the table out for {@code wanted}: texts that are too long are cut and end in an ellipsis, and columns of numbers that
     * do not fit are left out and named below the table. To be called before any row is added.
     */
    public Table on(Screen wanted) {
        screen = wanted;
        return this;
    }

    /** Texts of {@code column} keep their end where they are cut; -1 is none. */
    Table keepingTails(int column) {
        tails = column;
        return this;
    }

    /** Takes rows and appends those that can be laid out by now to {@code out}. */
    public void add(Bytes rows, Bytes out) {
        rows.toString().lines().forEach(line -> add(line.split("\t", -1), out));
    }

    /** Takes one row. */
    void add(String[] cells, Bytes out) {
        if (fit != null) {
            out.append(line(cells) + "\n");
            return;
        }
        waiting.add(cells);
        if (waiting.size() >= sample) {
            settle(out);
        }
    }

    /** Appends the rows that still wait. No row can be added afterwards. */
    public void finish(Bytes out) {
        if (fit == null) {
            settle(out);
        }
        List<String> missing = fit.missing(labels);
        if (!missing.isEmpty()) {
            out.append("\n");
            screen.wrap("No room for: " + String.join(", ", missing) + ".", 0).forEach(line -> out.append(line + "\n"));
        }
    }

    private void settle(Bytes out) {
        measure(labels);
        waiting.forEach(this::measure);
        fit = new Fit(widths, left, screen.width());
        out.append(screen.header(line(labels)) + "\n");
        waiting.forEach(cells -> out.append(line(cells) + "\n"));
        waiting.clear();
    }

    private void measure(String[] cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Screen.length(cells[i]));
        }
    }

    private String line(String[] cells) {
        StringBuilder line = new StringBuilder();
        int[] shown = fit.shown();
        for (int column : shown) {
            line.append(" ".repeat(column == shown[0] ? 0 : Fit.GAP));
            boolean last = column == shown[shown.length - 1];
            String cell =
                    left.get(column) ? cut(cells[column], room(column, last, line), column == tails) : cells[column];
            String gap = " ".repeat(Math.max(widths[column] - Screen.length(cell), 0));
            line.append(left.get(column) ? "" : gap).append(cell).append(left.get(column) && !last ? gap : "");
        }
        return line.toString();
    }

    /** Width for a text. The last column has what the cells before it leave, which may be wider than the sample was. */
    private int room(int column, boolean last, StringBuilder line) {
        if (!screen.bounded()) {
            return screen.width();
        }
        return last ? Math.max(screen.width() - Screen.length(line), 1) : widths[column];
    }

    private static String cut(String text, int width, boolean tail) {
        int length = Screen.length(text);
        if (length <= width) {
            return text;
        }
        return tail
                ? ELLIPSIS + text.substring(text.offsetByCodePoints(0, length - width + 1))
                : text.substring(0, text.offsetByCodePoints(0, width - 1)) + ELLIPSIS;
    }
}
