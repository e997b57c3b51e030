package dev.rfsweep.cli;

import dev.rfsweep.model.Column;
import dev.rfsweep.query.Objective;
import dev.rfsweep.space.Schema;
import dev.rfsweep.spec.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a Pareto front is asked by. */
final class Objectives {

    private static final Pattern OBJECTIVE = Pattern.compile("([^:~]+)(?:~" + Target.PATTERN + ")?(?::(min|max))?");

    private Objectives() {}

    /** Reads {@code M:min}, {@code M:max} or {@code M~TARGET}, separated by commas; {@code M} alone is the least. */
    static List<Objective> parse(String text, Schema schema) {
        List<Objective> objectives = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            Objective objective = objective(item.strip(), schema);
            if (objectives.contains(objective)) {
                throw new BadInputException("--by: '" + item.strip() + "' is there twice");
            }
            objectives.add(objective);
        }
        return objectives;
    }

    private static Objective objective(String text, Schema schema) {
        Matcher matcher = OBJECTIVE.matcher(text.toLowerCase(Locale.ROOT));
        boolean matches = matcher.matches();
        if (!matches || (matcher.group(2) != null && "max".equals(matcher.group(3)))) {
            throw new BadInputException(
                    "--by: found '" + text + "', expected M:min, M:max or M~TARGET, such as macs:min,rf~224");
        }
        Column column = Conditions.column(matcher.group(1), schema);
        if (matcher.group(2) == null) {
            return "max".equals(matcher.group(3)) ? new Objective.Greatest(column) : new Objective.Least(column);
        }
        return new Objective.Nearest(column, Target.of(matcher.group(2), column.metric()));
    }
}
