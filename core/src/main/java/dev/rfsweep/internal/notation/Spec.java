package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What a file or a line describes.
 *
 * @param name what the user calls it
 * @param space the networks to choose from
 * @param where defaults of the query, all of which must hold
 */
public record Spec(Optional<String> name, Space space, List<Condition> where) {

    public Spec {
        where = List.copyOf(where);
    }
}
