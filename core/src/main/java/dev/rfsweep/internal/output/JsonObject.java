package dev.rfsweep.internal.output;

import dev.rfsweep.model.metric.Figure;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * One JSON object in one line, with its fields in the order in which they are put. A value is null, a text, a boolean, a number,
 * a figure, an object like this one, or a list of such values. Not thread-safe.
 */
public final class JsonObject {

    private final StringBuilder text = new StringBuilder("{");

    /** Adds a list that says something; an empty one is left out. */
    public void putUnlessEmpty(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            put(name, values);
        }
    }

    /** Adds a field; each name may be there once. */
    public JsonObject put(String name, Object value) {
        text.append(text.length() == 1 ? "" : ",")
                .append(Quoting.JSON.quote(name))
                .append(':');
        append(value);
        return this;
    }

    private void append(Object value) {
        if (value instanceof Iterable<?> values) {
            text.append('[');
            String before = "";
            for (Object each : values) {
                text.append(before);
                append(each);
                before = ",";
            }
            text.append(']');
        } else if (value instanceof String string) {
            text.append(Quoting.JSON.quote(string));
        } else if (value instanceof BigDecimal decimal) {
            text.append(decimal.toPlainString());
        } else if (value instanceof Figure figure) {
            text.append(figure.decimal().toPlainString());
        } else {
            text.append(value);
        }
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
