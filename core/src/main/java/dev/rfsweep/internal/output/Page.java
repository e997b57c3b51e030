package dev.rfsweep.internal.output;

import java.util.List;

/** Text for people, put together from top to bottom so that it fits a screen. Not thread-safe. */
public final class Page {

    /** Between labels and what they stand for. */
    private static final int GAP = 2;

    private final Screen screen;
    private final Bytes text = new Bytes(1024);

    public Page(Screen screen) {
        this.screen = screen;
    }

    /** A label and what it stands for. */
    public record Fact(String label, String value) {}

    public Screen screen() {
        return screen;
    }

    /** Adds {@code line} as it is. */
    public Page line(String line) {
        text.append(line + "\n");
        return this;
    }

    public Page blank() {
        return line("");
    }

    /** Adds {@code sentences}, broken into lines that fit. */
    public Page paragraph(String sentences) {
        screen.wrap(sentences, 0).forEach(this::line);
        return this;
    }

    /** Adds one fact below the other. A long value goes on in the next line, below its beginning. */
    public Page facts(List<Fact> facts) {
        int width = facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0) + GAP;
        for (Fact fact : facts) {
            String before = fact.label();
            for (String line : screen.wrap(fact.value(), width)) {
                line(before + " ".repeat(width - before.length()) + line);
                before = "";
            }
        }
        return this;
    }

    /** Adds a table with a line for each of {@code rows}. */
    public <T> Page table(List<PageColumn<T>> columns, List<T> rows) {
        List<String[]> cells = rows.stream()
                .map(row ->
                        columns.stream().map(column -> column.cell().apply(row)).toArray(String[]::new))
                .toList();
        Table.write(columns, cells, screen, text);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
