package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what makes one variant better than another. */
public final class Objectives {

    private static final Pattern OBJECTIVE =
            Pattern.compile("([^:~]+)(?:~" + TargetValue.PATTERN + ")?(?::(min|max|asc|desc))?\\s*");
    private static final Set<String> MORE = Set.of("max", "desc");

    private Objectives() {}

    /**
     * Reads {@code M:min} (or {@code asc}), {@code M:max} (or {@code desc}) or {@code M~TARGET}, separated by commas; {@code M}
     * alone is the least.
     *
     * @param source what errors call the text
     * @throws RfsweepException when it is malformed, or the space has no such metric
     */
    public static List<Objective> parse(String source, String text, Schema schema) {
        List<Objective> objectives = new ArrayList<>();
        int begin = 0;
        for (String item : text.split(",", -1)) {
            Objective objective = objective(source, text, begin, begin + item.length(), schema);
            if (objectives.contains(objective)) {
                throw new RfsweepException(source + ": '" + item.strip() + "' is there twice");
            }
            objectives.add(objective);
            begin += item.length() + 1;
        }
        return objectives;
    }

    /** The objective that the characters {@code begin} to {@code end} are. */
    private static Objective objective(String source, String text, int begin, int end, Schema schema) {
        String item = text.substring(begin, end);
        Matcher matcher = OBJECTIVE.matcher(item.toLowerCase(Locale.ROOT));
        boolean matches = matcher.matches();
        boolean more = matches && matcher.group(3) != null && MORE.contains(matcher.group(3));
        if (!matches || (matcher.group(2) != null && more)) {
            throw new RfsweepException(source + ": found '" + item.strip()
                    + "', expected M, M:min (or asc), M:max (or desc) or M~TARGET, such as macs:min or rf~224");
        }
        Column column = Conditions.column(source, text.toLowerCase(Locale.ROOT), begin, begin + matcher.end(1), schema);
        if (matcher.group(2) == null) {
            return more ? new Objective.Greatest(column) : new Objective.Least(column);
        }
        return new Objective.Nearest(column, TargetValue.of(source, matcher.group(2), column.metric()));
    }
}
