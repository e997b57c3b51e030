package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.BatchReader;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.evaluate.VariantReader;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.space.VariantText;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The rows of an answer whose ids are known. They are evaluated when they are read: in batches, or as a list.
 *
 * @param <T> what the list holds of each row
 */
public final class ChosenRows<T> extends AbstractList<T> {

    private final VariantReader reader;
    private final List<BigInteger> ids;

    /** By row, a number that belongs to it; empty where none does. */
    private final List<BigInteger> numbers;

    private final BiFunction<Row, BigInteger, T> element;

    /** Null until the list is asked for a row. */
    private volatile List<T> elements;

    private ChosenRows(
            VariantReader reader,
            List<BigInteger> ids,
            List<BigInteger> numbers,
            BiFunction<Row, BigInteger, T> element) {
        this.reader = reader;
        this.ids = List.copyOf(ids);
        this.numbers = List.copyOf(numbers);
        this.element = element;
    }

    /** The rows of variants {@code ids} with the columns of {@code reader}. */
    static ChosenRows<Row> of(VariantReader reader, List<BigInteger> ids) {
        return new ChosenRows<>(reader, ids, List.of(), (row, none) -> row);
    }

    /** The points of a Pareto front; the number of matches at a point is one more column. */
    static ChosenRows<FrontRow> of(VariantReader reader, List<BigInteger> ids, List<BigInteger> counts) {
        return new ChosenRows<>(reader, ids, counts, FrontRow::new);
    }

    /** The rows in batches; {@code text} is how variants are written, if they are. */
    public BatchReader read(Optional<VariantText<?>> text) {
        return reader.read(ids, numbers, text);
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public T get(int index) {
        List<T> known = elements;
        if (known == null) {
            known = evaluated();
            elements = known;
        }
        return known.get(index);
    }

    private List<T> evaluated() {
        List<T> rows = new ArrayList<>(ids.size());
        BatchReader batches = reader.read(ids, List.of(), Optional.empty());
        for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
            for (int row = 0; row < batch.count(); row++) {
                rows.add(element.apply(batch.row(row), numbers.isEmpty() ? null : numbers.get(rows.size())));
            }
        }
        return rows;
    }
}
