package dev.rfsweep.internal.notation;

import dev.rfsweep.model.RfsweepException;
import java.util.ArrayList;
import java.util.List;

/** Integers separated by commas, such as one for each axis. */
public final class IntegerList {

    private IntegerList() {}

    /**
     * Reads integers from 0 on.
     *
     * @param source what errors call the text
     */
    public static List<Long> parse(String source, String text) {
        List<Long> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String digits = part.strip();
            try {
                numbers.add(digits.matches("-?[0-9]+") ? Long.parseLong(digits) : -1);
            } catch (NumberFormatException tooLong) {
                numbers.add(-1L);
            }
        }
        if (numbers.stream().anyMatch(number -> number < 0)) {
            throw new RfsweepException(source + ": found '" + text + "', expected integers from 0 to " + Long.MAX_VALUE
                    + ", separated by commas");
        }
        return numbers;
    }
}
