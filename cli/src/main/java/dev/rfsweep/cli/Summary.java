package dev.rfsweep.cli;

import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Screen;
import java.util.ArrayList;
import java.util.List;

/** Labels and what they stand for, one below the other. A long value goes on in the next line, below its beginning. */
final class Summary {

    private static final int GAP = 2;

    private final List<String> labels = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    Summary add(String label, String value) {
        labels.add(label);
        values.add(value);
        return this;
    }

    void print(Screen screen, Bytes out) {
        int width = labels.stream().mapToInt(String::length).max().orElse(0) + GAP;
        for (int i = 0; i < labels.size(); i++) {
            String before = labels.get(i);
            for (String line : screen.wrap(values.get(i), width)) {
                out.append(before + " ".repeat(width - before.length()) + line + "\n");
                before = "";
            }
        }
    }
}
