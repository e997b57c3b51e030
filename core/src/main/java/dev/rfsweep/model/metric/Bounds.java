package dev.rfsweep.model.metric;

import java.math.BigInteger;
import java.util.List;

/**
 * How many matches there are, and between which values they lie.
 *
 * @param count matches
 * @param least least value of each column; empty without a match
 * @param most greatest value of each column; empty without a match
 */
public record Bounds(BigInteger count, List<Figure> least, List<Figure> most) {

    public Bounds {
        least = List.copyOf(least);
        most = List.copyOf(most);
    }
}
