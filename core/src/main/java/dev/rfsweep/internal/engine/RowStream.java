package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.engine.evaluate.Evaluator;
import dev.rfsweep.internal.engine.evaluate.SuffixTexts;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Encodes matches in parallel and hands them out in order, wave by wave. A wave is a few segments of equal length; the
 * length follows what segments turn out to hold, so that a chunk stays small whether every variant matches or one in a
 * million, and the first row of a huge space comes as soon as that of a small one.
 *
 * @param <C> a chunk
 */
final class RowStream<C> {

    /** Rows after which a segment ends early. */
    private static final int PIECE_ROWS = 1 << 15;

    private static final long FIRST_LENGTH = 1 << 8;
    private static final long LONGEST = 1L << 56;
    private static final int SEGMENTS_PER_THREAD = 4;
    /** About what a segment of long rows takes. It bounds the number of segments, so that many threads do not need much memory. */
    private static final long BYTES_PER_PIECE = 1 << 23;

    private static final long QUICK_NANOS = 20_000_000;

    private final Monitor monitor;
    private final Cancellation cancellation;
    private final int threads;
    private final RowEncoder<C> encoder;
    private final boolean narrow;
    private final List<Piece> pieces = new ArrayList<>();

    RowStream(
            Compiled compiled,
            boolean exhaustive,
            Monitor monitor,
            Cancellation cancellation,
            int threads,
            RowEncoder<C> encoder) {
        this.monitor = monitor;
        this.cancellation = cancellation;
        this.threads = threads;
        this.encoder = encoder;
        this.narrow = compiled.paths.graph().isNarrow();
        Optional<SuffixTexts<?>> texts = encoder.text().map(compiled::texts);
        long fit = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_PER_PIECE);
        for (int piece = 0; piece < Math.min((long) threads * SEGMENTS_PER_THREAD, fit); piece++) {
            Evaluator evaluator = new Evaluator(compiled, exhaustive);
            texts.ifPresent(evaluator::writing);
            pieces.add(new Piece(evaluator, encoder.newChunk()));
        }
    }

    Outcome run(IdRange paths, long offset, long limit, ChunkConsumer<C> out) throws IOException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return run(pool, paths, offset, limit, out);
        } finally {
            pool.shutdownNow();
        }
    }

    private Outcome run(ForkJoinPool pool, IdRange paths, long offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        BigInteger to = paths.to();
        BigInteger at = paths.from();
        long length = FIRST_LENGTH;
        long toSkip = offset;
        long rows = 0;
        while (at.compareTo(to) < 0 && rows < limit) {
            if (cancellation.requested()) {
                return new Outcome(rows, false, at);
            }
            long began = System.nanoTime();
            int used = wave(pool, at, to, length);
            boolean quick = System.nanoTime() - began < QUICK_NANOS;
            long most = 0;
            for (int number = 0; number < used && rows < limit; number++) {
                Piece piece = pieces.get(number);
                long found = piece.rows;
                most = Math.max(most, found);
                long take = Math.min(found - Math.min(toSkip, found), limit - rows);
                if (take > 0) {
                    if (take < found) {
                        piece.slice(toSkip, take);
                    }
                    out.accept(piece.chunk);
                }
                toSkip -= Math.min(toSkip, found);
                rows += take;
                at = piece.next();
                monitor.advance(piece.reached - piece.start, take);
                if (!piece.complete()) {
                    length = Math.max(FIRST_LENGTH, (piece.reached - piece.start) / 2);
                    most = PIECE_ROWS;
                    break;
                }
            }
            length = quick && most < PIECE_ROWS / 8 ? Math.min(length * 8, LONGEST) : length;
            length = most > PIECE_ROWS / 2 ? Math.max(length / 2, FIRST_LENGTH) : length;
        }
        return new Outcome(rows, true, at);
    }

    /** Evaluates the next segments; returns how many there are. */
    private int wave(ForkJoinPool pool, BigInteger at, BigInteger to, long length) {
        BigInteger start = at;
        int used = 0;
        while (used < pieces.size() && start.compareTo(to) < 0) {
            long ids = to.subtract(start).min(BigInteger.valueOf(length)).longValueExact();
            pieces.get(used++).place(start, ids);
            start = start.add(BigInteger.valueOf(ids));
        }
        int segments = used;
        if (threads == 1) {
            pieces.subList(0, segments).forEach(Piece::fill);
        } else {
            cancellation.await(
                    pool.submit(() -> IntStream.range(0, segments).parallel().forEach(number -> pieces.get(number)
                            .fill())));
        }
        return used;
    }

    /** A segment, the rows that were found in it, and the scratch of the worker that evaluates it. */
    private final class Piece {
        private final Evaluator evaluator;
        private final C chunk;
        private BigInteger origin;
        private long start;
        private long ids;
        private long reached;
        private long rows;

        Piece(Evaluator evaluator, C chunk) {
            this.evaluator = evaluator;
            this.chunk = chunk;
        }

        void place(BigInteger first, long count) {
            origin = narrow ? BigInteger.ZERO : first;
            start = narrow ? first.longValueExact() : 0;
            ids = count;
        }

        void fill() {
            encoder.clear(chunk);
            rows = 0;
            evaluator.seek(origin, start, ids);
            for (Batch batch = evaluator.next(); batch != null; batch = rows < PIECE_ROWS ? evaluator.next() : null) {
                encoder.encode(batch, 0, batch.count(), chunk);
                rows += batch.count();
            }
            reached = evaluator.position();
        }

        /** Evaluates and encodes the segment once more, leaving out {@code skip} matches and stopping after {@code take}. */
        void slice(long skip, long take) {
            encoder.clear(chunk);
            long seen = 0;
            evaluator.seek(origin, start, ids);
            while (seen < skip + take) {
                Batch batch = evaluator.next();
                int first = (int) Math.min(Math.max(skip - seen, 0), batch.count());
                int last = (int) Math.min(skip + take - seen, batch.count());
                encoder.encode(batch, first, last, chunk);
                seen += batch.count();
            }
            reached = evaluator.position();
        }

        boolean complete() {
            return reached == start + ids;
        }

        BigInteger next() {
            return origin.add(BigInteger.valueOf(reached));
        }
    }
}
