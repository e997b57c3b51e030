package dev.rfsweep;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.query.Pages;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Rows for a stream: the question is compiled when the first is wanted, and rows are pulled a page at a time. */
final class PageSpliterator<T> extends AbstractSpliterator<T> {

    /** The first page is small, for those who want a few rows. */
    private static final int FIRST_PAGE = 1 << 6;

    /** What is in memory at a time. */
    private static final int LARGEST_PAGE = 1 << 13;

    private static final int GROWTH = 4;

    private final Supplier<Pages> question;
    private final Function<Row, T> element;
    private Pages pages;
    private Iterator<Row> page = List.<Row>of().iterator();
    private int size = FIRST_PAGE;

    PageSpliterator(Supplier<Pages> question, Function<Row, T> element) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.question = question;
        this.element = element;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (!page.hasNext()) {
            pages = pages == null ? question.get() : pages;
            page = pages.next(size).iterator();
            size = Math.min(size * GROWTH, LARGEST_PAGE);
        }
        if (!page.hasNext()) {
            return false;
        }
        action.accept(element.apply(page.next()));
        return true;
    }
}
