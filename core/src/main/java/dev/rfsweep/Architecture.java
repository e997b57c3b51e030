package dev.rfsweep;

import dev.rfsweep.internal.emit.Keras;
import dev.rfsweep.internal.emit.PyTorch;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One variant of a space, with the values that were asked for. Immutable and safe to share between threads.
 *
 * @param space what it is a variant of
 * @param id its number in the space
 * @param values by name of the column, in the order that was asked for
 */
public record Architecture(SearchSpace space, BigInteger id, Map<String, Figure> values) {

    public Architecture {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Architecture of(SearchSpace space, Iterable<Column> columns, Row row) {
        Map<String, Figure> values = new LinkedHashMap<>();
        int next = 0;
        for (Column column : columns) {
            values.put(column.label(space.space().schema().rank()), row.values().get(next++));
        }
        return new Architecture(space, row.id(), values);
    }

    /**
     * The value of {@code column}, such as {@code rf}.
     *
     * @throws RfsweepException when it was not asked for
     */
    public Figure get(String column) {
        Figure value = values.get(column);
        if (value == null) {
            throw new RfsweepException("found '" + column + "', expected a column that was asked for: "
                    + String.join(", ", values.keySet()));
        }
        return value;
    }

    /** Its blocks, every choice made, in the notation of spaces: {@code cn_k3_s2 2*cn_k5}. */
    public String arch() {
        return Arch.of(space.space().automaton().unrank(id));
    }

    private Network network() {
        return space.space().network(space.space().automaton().unrank(id));
    }

    /** What its units see, layer by layer. Gates see nothing here: fields are those of the trunk. */
    public NetworkAnalysis analysis() {
        return NetworkAnalysis.of(arch(), network());
    }

    /**
     * Python code: a module of PyTorch, in a class called {@code Variant} and the id.
     *
     * @throws RfsweepException when PyTorch cannot express it exactly
     */
    public String pytorch() {
        return PyTorch.of(network(), className());
    }

    /**
     * Python code: a model of Keras, called {@code Variant} and the id.
     *
     * @throws RfsweepException when Keras cannot express it exactly
     */
    public String keras() {
        return Keras.of(network(), className());
    }

    private String className() {
        return "Variant" + id;
    }

    /** The id and the values, such as {@code id=45249 rf=225}. */
    @Override
    public String toString() {
        return "id=" + id
                + values.entrySet().stream()
                        .map(value -> " " + value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining());
    }
}
