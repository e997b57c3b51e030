package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.Walk;
import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.IdRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The matches in ascending order of id, pulled page by page. The question is compiled once, for all pages. Between two pages
 * nothing runs and nothing is held but what was compiled, so there is nothing to close. For one thread.
 */
public final class Pages {

    private final Walk walk;

    /** Whether paths are numbered by rank among the matches; otherwise their numbers are ids. */
    private final boolean ranked;

    private final BigInteger end;
    private BigInteger at;

    private Pages(Walk walk, boolean ranked, BigInteger from, BigInteger end) {
        this.walk = walk;
        this.ranked = ranked;
        this.at = from;
        this.end = end;
    }

    /** Of matches alone, by rank. */
    static Pages guided(Walk matches, BigInteger count) {
        return new Pages(matches, true, BigInteger.ZERO, count);
    }

    /** Of all paths that pass the filters, by id. */
    static Pages swept(Walk all, IdRange ids) {
        return new Pages(all, false, ids.from(), ids.to());
    }

    /**
     * The next matches, {@code most} of them unless there are fewer; empty behind the last.
     *
     * @throws CancellationException when the monitor stopped it
     */
    public List<Row> next(int most) {
        List<Row> rows = new ArrayList<>();
        if (at.compareTo(end) >= 0) {
            return rows;
        }
        // A walk by rank knows how far it has to go.
        BigInteger to = ranked ? at.add(BigInteger.valueOf(most)).min(end) : end;
        try {
            Outcome outcome = walk.stream(new Rows(), new IdRange(at, to), 0, most, rows::addAll);
            if (!outcome.complete()) {
                throw new CancellationException("the monitor stopped the stream");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure); // appending to a list throws none
        }
        if (rows.size() < most) {
            at = end;
        } else {
            at = ranked ? to : rows.get(most - 1).id().add(BigInteger.ONE);
        }
        return rows;
    }

    /** Rows as they are. */
    private static final class Rows implements RowEncoder<List<Row>> {

        @Override
        public List<Row> newChunk() {
            return new ArrayList<>();
        }

        @Override
        public void encode(Batch batch, int from, int to, List<Row> chunk) {
            for (int row = from; row < to; row++) {
                List<Figure> values = new ArrayList<>(batch.columns());
                for (int column = 0; column < batch.columns(); column++) {
                    values.add(batch.value(column, row));
                }
                chunk.add(new Row(batch.id(row), values));
            }
        }

        @Override
        public void clear(List<Row> chunk) {
            chunk.clear();
        }
    }
}
