package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of chosen variants, in the order in which they were chosen, evaluated when they are asked for. A batch ends early
 * where two ids are further apart than a {@code long} tells.
 */
final class IdReader implements BatchReader {

    private final Question question;
    private final BatchSchema schema;
    private final List<BigInteger> ids;

    /** What the last column holds; empty where there is none. */
    private final List<BigInteger> numbers;

    private final int capacity;
    private final Batch batch;
    private final long[] sums;
    private int at;

    IdReader(Question question, List<BigInteger> ids, List<BigInteger> numbers, Optional<VariantText<?>> text) {
        this.question = question;
        this.schema = numbers.isEmpty() ? question.schema() : question.schema().withBig();
        this.ids = ids;
        this.numbers = numbers;
        this.sums = new long[question.trellis().slotCount()];
        this.capacity = Math.min(ids.size(), Batch.CAPACITY);
        this.batch = new Batch(schema, capacity);
        batch.contiguous = true;
        text.ifPresent(writing -> batch.texts = (row, out) -> {
            byte[] utf8 = writing.of(batch.id(row)).getBytes(StandardCharsets.UTF_8);
            out.append(utf8, 0, utf8.length);
        });
    }

    @Override
    public BatchSchema schema() {
        return schema;
    }

    @Override
    public Batch next() {
        if (at == ids.size()) {
            return null;
        }
        batch.origin = schema.idType() == ColumnType.LONG ? BigInteger.ZERO : ids.get(at);
        batch.count = 0;
        while (at < ids.size() && batch.count < capacity) {
            BigInteger offset = ids.get(at).subtract(batch.origin);
            if (offset.bitLength() >= Long.SIZE) {
                break;
            }
            batch.ids[batch.count] = offset.longValue();
            fill(ids.get(at));
            batch.count++;
            at++;
        }
        return batch;
    }

    private void fill(BigInteger id) {
        question.cancellation().check();
        evaluate(id);
        int[] slots = question.columnSlots();
        for (int column = 0; column < slots.length; column++) {
            long key = sums[slots[column]] + question.trellis().constant(slots[column]);
            if (batch.longs[column] != null) {
                batch.longs[column][batch.count] = key;
            } else {
                batch.ints[column][batch.count] = (int) key;
            }
        }
        if (!numbers.isEmpty()) {
            batch.bigs[slots.length][batch.count] = numbers.get(at);
        }
    }

    private void evaluate(BigInteger id) {
        Trellis trellis = question.trellis();
        PathGraph graph = trellis.graph();
        Arrays.fill(sums, 0);
        int[] leaf = {0};
        graph.follow(id, (node, branch) -> {
            int edge = graph.firstEdge(node) + branch;
            for (int slot = 0; slot < sums.length; slot++) {
                sums[slot] += trellis.weight[slot][edge];
            }
            leaf[0] = graph.target(edge);
        });
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] += trellis.leafWeight[slot][leaf[0]];
        }
    }
}
