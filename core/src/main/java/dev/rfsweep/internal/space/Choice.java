package dev.rfsweep.internal.space;

import java.util.List;

/**
 * A choice point: the values that a key may take, in written order.
 *
 * @param key what is chosen
 * @param values at least one, without repetition
 */
public record Choice(Key key, List<Value> values) {

    public Choice {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(key + " has no values");
        }
    }
}
