package dev.rfsweep.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns for people: numbers to the right, texts to the left. The rows arrive with their cells
 * separated by tabs; the first {@value #SAMPLE} of them settle the widths, and a later cell that is wider pushes its
 * own row only. So a table streams, in bounded memory. Not thread-safe.
 */
public final class Table {

    static final int SAMPLE = 100;

    private final List<Boolean> left;
    private final int sample;
    private final int[] widths;
    private final List<String[]> waiting = new ArrayList<>();
    private boolean settled;

    public Table(List<Field> fields) {
        this(
                fields.stream().map(Field::label).toList(),
                fields.stream().map(f -> f instanceof Field.Text).toList());
    }

    /** A table of {@code labels}, of which those marked in {@code left} hold text. */
    public Table(List<String> labels, List<Boolean> left) {
        this(labels, left, SAMPLE);
    }

    private Table(List<String> labels, List<Boolean> left, int sample) {
        this.sample = sample;
        this.left = List.copyOf(left);
        this.widths = new int[labels.size()];
        waiting.add(labels.toArray(String[]::new));
    }

    /** The same, but for tables that are short enough to wait for their last row before the first is laid out. */
    public static Table whole(List<String> labels, List<Boolean> left) {
        return new Table(labels, left, Integer.MAX_VALUE);
    }

    /** The rows this table aligns: feed what they encode to {@link #add(Bytes, Bytes)}. */
    public static TextRows rows(List<Field> fields) {
        byte[][] before = new byte[fields.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = i == 0 ? new byte[0] : new byte[] {'\t'};
        }
        return new TextRows(fields, before, new byte[] {'\n'}, Quoting.NONE, new byte[0]);
    }

    /** Takes rows and appends those that can be laid out by now to {@code out}. */
    public void add(Bytes rows, Bytes out) {
        rows.toString().lines().forEach(line -> add(line.split("\t", -1), out));
    }

    /** Takes one row. */
    public void add(String[] cells, Bytes out) {
        if (settled) {
            append(cells, out);
            return;
        }
        waiting.add(cells);
        if (waiting.size() > sample) {
            finish(out);
        }
    }

    /** Appends the rows that still wait. */
    public void finish(Bytes out) {
        settled = true;
        for (String[] cells : waiting) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(cells[i]));
            }
        }
        waiting.forEach(cells -> append(cells, out));
        waiting.clear();
    }

    private void append(String[] cells, Bytes out) {
        for (int i = 0; i < widths.length; i++) {
            byte[] cell = cells[i].getBytes(StandardCharsets.UTF_8);
            int gap = Math.max(widths[i] - width(cells[i]), 0);
            boolean last = i == widths.length - 1;
            out.fill(' ', (i == 0 ? 0 : 2) + (left.get(i) ? 0 : gap));
            out.append(cell);
            out.fill(' ', left.get(i) && !last ? gap : 0);
        }
        out.append((byte) '\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
