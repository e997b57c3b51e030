package dev.rfsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Integers separated by commas, as options take them: one for each axis. */
final class NumberList {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+");

    private NumberList() {}

    static List<Long> parse(String option, String text, long least, long most) {
        List<Long> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            long number;
            try {
                number = DECIMAL.matcher(part.strip()).matches() ? Long.parseLong(part.strip()) : least - 1;
            } catch (NumberFormatException notANumber) {
                throw wrong(option, text, least, most);
            }
            if (number < least || number > most) {
                throw wrong(option, text, least, most);
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static BadInputException wrong(String option, String text, long least, long most) {
        return new BadInputException(option + ": found '" + text + "', expected integers from " + least + " to " + most
                + ", separated by commas");
    }
}
