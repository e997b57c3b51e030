package dev.rfsweep;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.BatchReader;
import dev.rfsweep.internal.engine.evaluate.Row;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Rows for a stream: the question is compiled when the first is wanted, and rows are evaluated a batch at a time. */
final class BatchSpliterator<T> extends AbstractSpliterator<T> {

    private final Supplier<BatchReader> question;
    private final Function<Row, T> element;
    private BatchReader reader;
    private Batch batch;
    private int row;

    BatchSpliterator(Supplier<BatchReader> question, Function<Row, T> element) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.question = question;
        this.element = element;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (reader == null || (batch != null && row == batch.count())) {
            reader = reader == null ? question.get() : reader;
            batch = reader.next();
            row = 0;
        }
        if (batch == null) {
            return false;
        }
        action.accept(element.apply(batch.row(row++)));
        return true;
    }
}
