package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.VariantText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The rows of chosen variants, in the order in which they were chosen, evaluated when they are asked for. A batch ends early
 * where two ids are further apart than a {@code long} tells.
 */
final class IdReader implements BatchReader {

    private final VariantReader reader;
    private final BatchSchema schema;
    private final List<BigInteger> ids;

    /** What the last column holds; empty where there is none. */
    private final List<BigInteger> numbers;

    private final int capacity;
    private final Batch batch;
    private final long[] keys;
    private int at;

    IdReader(
            VariantReader reader,
            BatchSchema schema,
            List<BigInteger> ids,
            List<BigInteger> numbers,
            Optional<VariantText<?>> text) {
        this.reader = reader;
        this.schema = numbers.isEmpty() ? schema : schema.withBig();
        this.ids = ids;
        this.numbers = numbers;
        this.keys = new long[schema.metrics().size()];
        this.capacity = Math.min(ids.size(), Batch.CAPACITY);
        this.batch = new Batch(this.schema, capacity);
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
        reader.evaluate(id, keys);
        for (int column = 0; column < keys.length; column++) {
            if (batch.longs[column] != null) {
                batch.longs[column][batch.count] = keys[column];
            } else {
                batch.ints[column][batch.count] = (int) keys[column];
            }
        }
        if (!numbers.isEmpty()) {
            batch.bigs[keys.length][batch.count] = numbers.get(at);
        }
    }
}
