package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions as people type them: {@code rf>=224 and stride=8,16}.
 *
 * @param schema what can be compared
 * @param shell whether the text came through a shell, which takes an unquoted {@code >224} for a file to write
 */
record ConditionText(Schema schema, boolean shell) {

    private static final Pattern AND = Pattern.compile("(?<!\\S)(?:and|AND)(?!\\S)");
    private static final Pattern OR = Pattern.compile("(?<!\\S)(?:or|OR)(?!\\S)|\\|");
    private static final Pattern OPERATOR = Pattern.compile("[<>=!]+");

    /** Operators of other languages and mistyped ones, and what to write instead. */
    private static final Map<String, String> MEANT =
            Map.of("=>", ">=", "=<", "<=", "<>", "!=", "=!", "!=", "===", "==", "!==", "!=", "!", "!=");

    private static final String NO_OPERATOR = "expected a condition such as rf=200..240, rf>=224 or stride=8,16";
    private static final String SHELL_HINT =
            "; if it had a > or <, the shell took that for a file: put the condition in quotes";
    private static final String COMMA_HINT =
            "expected a condition; inside [ ] a comma separates items, so quote one that has a comma: 'stride=8,16'";
    private static final String ONE_COMPARISON =
            "expected one comparison; several conditions are joined by and, such as rf>=180 and stride=8,16";

    /** All conditions of {@code text}, which {@code and} joins. */
    List<Condition> parse(Span text) {
        List<Condition> conditions = new ArrayList<>();
        Matcher and = AND.matcher(text.text());
        int begin = 0;
        while (and.find()) {
            conditions.addAll(comparison(text.sub(begin, and.start()).strip()));
            begin = and.end();
        }
        conditions.addAll(comparison(text.sub(begin).strip()));
        return conditions;
    }

    /** What stands behind the name of a metric in a map: values, or an operator and values. */
    List<Condition> parse(Span metric, Span values) {
        Matcher operator = OPERATOR.matcher(values.text());
        return operator.lookingAt()
                ? conditions(metric, values.sub(0, operator.end()), values.sub(operator.end()))
                : conditions(metric, null, values);
    }

    private List<Condition> comparison(Span text) {
        Matcher operator = OPERATOR.matcher(text.text());
        if (!operator.find()) {
            throw text.fail(isCutAtComma(text) ? COMMA_HINT : NO_OPERATOR + (shell ? SHELL_HINT : ""));
        }
        Span metric = text.sub(0, operator.start()).strip();
        Span sign = text.sub(operator.start(), operator.end());
        Span values = text.sub(operator.end()).strip();
        if (RangeText.isNumber(metric.text())) {
            throw text.fail("expected the metric first" + turned(metric.text(), sign.text(), values.text()));
        }
        return conditions(metric, sign, values);
    }

    /** The values as a comparison of {@code metric}; without a {@code sign} they stand for themselves. */
    private List<Condition> conditions(Span metric, Span sign, Span values) {
        String operator = sign == null ? "=" : MEANT.getOrDefault(sign.text(), sign.text());
        List<Column> columns = ColumnName.resolve(metric.strip(), schema);
        if (sign != null && !operator.equals(sign.text())) {
            throw sign.fail(
                    "expected an operator: = == != < <= > >=; write " + metric.text() + operator + values.text());
        }
        if (shell && values.isEmpty()) {
            throw values.fail("expected values such as 224, 200..240 or 8,16" + SHELL_HINT);
        }
        Ranges set = compared(
                operator, metric.text(), sign, values.strip(), columns.get(0).metric());
        return columns.stream().map(column -> new Condition(column, set)).toList();
    }

    private static Ranges compared(String operator, String metric, Span sign, Span values, Metric compared) {
        if (OPERATOR.matcher(values.text()).find() || values.text().contains("&")) {
            throw values.fail(ONE_COMPARISON);
        }
        if (OR.matcher(values.text()).find()) {
            throw values.fail("expected no or; values to choose from are separated by commas: " + metric + "=8,16");
        }
        RangeText text = new RangeText(compared, sign == null ? "" : metric + "=");
        return switch (operator) {
            case "=", "==" -> text.set(values);
            case "!=" -> text.set(values).complement();
            case ">=" -> text.from(values);
            case "<=" -> text.upTo(values);
            case "<" -> text.from(values).complement();
            case ">" -> text.upTo(values).complement();
            default -> throw sign.fail("expected an operator: = == != < <= > >=");
        };
    }

    /** Whether this may be the rest of an unquoted list item that YAML has split at a comma. */
    private static boolean isCutAtComma(Span text) {
        return text.plain() && text.text().matches("[0-9.].*");
    }

    /** How to write {@code 180<=rf} and {@code 180<=rf<=220}. */
    private static String turned(String number, String operator, String rest) {
        String mirrored = operator.replace('<', '\0').replace('>', '<').replace('\0', '>');
        Matcher second = OPERATOR.matcher(rest);
        if (!second.find()) {
            return "; write " + rest + mirrored + number;
        }
        String metric = rest.substring(0, second.start()).strip();
        return "; write " + metric + mirrored + number + " and " + metric
                + rest.substring(second.start()).strip();
    }
}
