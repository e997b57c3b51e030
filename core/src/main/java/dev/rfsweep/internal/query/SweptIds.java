package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Ids of matches out of a sweep, where algebra cannot jump to them. */
final class SweptIds implements RowEncoder<List<BigInteger>> {

    private SweptIds() {}

    /** The ids of the matches number {@code ranks}, ascending and counted from 0, in order of id. */
    static List<BigInteger> pick(Sweep sweep, SortedSet<BigInteger> ranks) {
        List<BigInteger> picked = new ArrayList<>();
        if (ranks.isEmpty()) {
            return picked;
        }
        Iterator<BigInteger> wanted = ranks.iterator();
        long[] next = {wanted.next().longValueExact(), 0};
        forEach(sweep, ranks.last().longValueExact() + 1, id -> {
            if (next[1]++ == next[0]) {
                picked.add(id);
                next[0] = wanted.hasNext() ? wanted.next().longValueExact() : -1;
            }
        });
        return picked;
    }

    /** Hands the ids of the first {@code limit} matches to {@code out}, ascending. */
    static void forEach(Sweep sweep, long limit, Consumer<BigInteger> out) {
        try {
            if (!sweep.stream(new SweptIds(), 0, limit, chunk -> chunk.forEach(out))
                    .complete()) {
                throw new CancellationException("the monitor stopped the sweep");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<BigInteger> newChunk() {
        return new ArrayList<>();
    }

    @Override
    public void encode(Batch batch, int from, int to, List<BigInteger> chunk) {
        for (int row = from; row < to; row++) {
            chunk.add(batch.id(row));
        }
    }

    @Override
    public void clear(List<BigInteger> chunk) {
        chunk.clear();
    }
}
