package dev.rfsweep.query;

import dev.rfsweep.engine.Batch;
import dev.rfsweep.engine.RowEncoder;
import dev.rfsweep.engine.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Picks matches by their rank out of a sweep, where algebra cannot jump to them. */
final class Pick implements RowEncoder<List<BigInteger>> {

    private final List<BigInteger> picked = new ArrayList<>();
    private long seen;

    private Pick() {}

    /** The ids of the matches number {@code ranks}, ascending and counted from 0, in order of id. */
    static List<BigInteger> ids(Sweep sweep, Collection<BigInteger> ranks) {
        Pick pick = new Pick();
        long[] wanted = ranks.stream().mapToLong(BigInteger::longValueExact).toArray();
        long limit = wanted.length == 0 ? 0 : wanted[wanted.length - 1] + 1;
        try {
            sweep.stream(pick, 0, limit, chunk -> pick.take(chunk, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pick.picked;
    }

    private void take(List<BigInteger> chunk, long[] wanted) {
        while (picked.size() < wanted.length && wanted[picked.size()] < seen + chunk.size()) {
            picked.add(chunk.get((int) (wanted[picked.size()] - seen)));
        }
        seen += chunk.size();
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
