package dev.rfsweep.cli;

import dev.rfsweep.model.Column;
import dev.rfsweep.space.Schema;
import dev.rfsweep.spec.Conditions;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes one variant better than another.
 *
 * @param column what is compared
 * @param descending whether more is better
 * @param target what to be near to, if anything
 */
record Ranking(Column column, boolean descending, Optional<BigDecimal> target) {

    private static final Pattern BY = Pattern.compile("([^:~]+)(?::(asc|desc)|~" + Target.PATTERN + ")?");

    /** Reads {@code M}, {@code M:asc}, {@code M:desc} or {@code M~TARGET}. */
    static Ranking parse(String text, Schema schema) {
        Matcher by = BY.matcher(text.toLowerCase(Locale.ROOT));
        if (!by.matches()) {
            throw new BadInputException(
                    "--by: found '" + text + "', expected M, M:asc, M:desc or M~TARGET, such as rf~224");
        }
        Column column = Conditions.column(by.group(1), schema);
        if (by.group(3) == null) {
            return new Ranking(column, "desc".equals(by.group(2)), Optional.empty());
        }
        return new Ranking(column, false, Optional.of(Target.of(by.group(3), column.metric())));
    }
}
