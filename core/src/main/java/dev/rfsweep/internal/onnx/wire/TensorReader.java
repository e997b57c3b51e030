package dev.rfsweep.internal.onnx.wire;

import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One {@code TensorProto}: name, shape and type; its data only if it is small, and never data outside the file. */
final class TensorReader {

    private static final int RAW_MOST = Constant.MOST_ELEMENTS * Long.BYTES;
    private static final int MOST_DIMS = 64;

    /** Real constants that matter are scales of a resize; weights of any size are of no interest. */
    private static final int MOST_REALS = 64;

    private final WireReader in;
    private final RepeatedNumber dims = new RepeatedNumber(RepeatedNumber.Kind.VARINT, MOST_DIMS);
    private final RepeatedNumber floats = new RepeatedNumber(RepeatedNumber.Kind.FLOAT, MOST_REALS);
    private final RepeatedNumber doubles = new RepeatedNumber(RepeatedNumber.Kind.DOUBLE, MOST_REALS);
    private final RepeatedNumber integers = new RepeatedNumber(RepeatedNumber.Kind.VARINT, Constant.MOST_ELEMENTS);
    private String name = "";
    private DataType type = DataType.OTHER;
    private boolean outside;
    private byte[] raw;

    private TensorReader(WireReader in) {
        this.in = in;
    }

    /** A tensor and the name that an initializer carries inside. */
    record Named(String name, Constant tensor) {}

    static Named read(WireReader in) throws IOException {
        TensorReader reader = new TensorReader(in);
        in.charge(160);
        in.message("tensor", reader::field);
        return new Named(reader.name, reader.tensor());
    }

    private void field(int number) throws IOException {
        switch (number) {
            case 1 -> in.numbers(dims);
            case 2 -> type = DataType.of(in.integer());
            case 4 -> in.numbers(floats);
            case 5, 7 -> in.numbers(integers);
            case 8 -> name = in.text();
            case 9 -> raw = in.bytes(rawMost());
            case 10 -> in.numbers(doubles);
            case 14 -> outside = in.integer() == 1;
            default -> in.skip();
        }
    }

    /** Types that no shape is made of may be short, but they are weights all the same. */
    private int rawMost() {
        return switch (type) {
            case INT32, INT64, BOOL -> RAW_MOST;
            case FLOAT, DOUBLE, UINT8, INT8 -> MOST_REALS * type.bytes();
            case OTHER -> 0;
        };
    }

    private Constant tensor() {
        LongList shape = dims.integers();
        for (int at = 0; at < shape.size(); at++) {
            long dim = shape.getLong(at);
            if (dim < 0) {
                throw in.fail("found a dimension of " + dim + " in tensor " + OnnxException.quoted(name)
                        + ", expected at least 0");
            }
        }
        if (dims.overflowed()) {
            throw in.fail("found a tensor of more than " + MOST_DIMS + " dimensions");
        }
        long elements = Constant.elements(shape);
        if (outside || type == DataType.OTHER || elements > (type.isReal() ? MOST_REALS : Constant.MOST_ELEMENTS)) {
            return Constant.ofShape(shape, type);
        }
        return raw != null ? fromRaw(shape, (int) elements) : fromNumbers(shape, (int) elements);
    }

    private Constant fromRaw(LongList shape, int elements) {
        if (raw.length != (long) elements * type.bytes()) {
            return mismatch(shape, raw.length + " bytes", elements * type.bytes());
        }
        ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        if (type.isReal()) {
            double[] reals = new double[elements];
            for (int at = 0; at < elements; at++) {
                reals[at] = type == DataType.FLOAT ? bytes.getFloat() : bytes.getDouble();
            }
            return Constant.ofReals(shape, type, DoubleList.of(reals));
        }
        long[] longs = new long[elements];
        for (int at = 0; at < elements; at++) {
            longs[at] = switch (type.bytes()) {
                case 1 -> type == DataType.INT8 ? bytes.get() : bytes.get() & 0xFF;
                case 4 -> bytes.getInt();
                default -> bytes.getLong();
            };
        }
        return new Constant(shape, type, LongArrayList.wrap(longs), null);
    }

    private Constant fromNumbers(LongList shape, int elements) {
        RepeatedNumber data =
                switch (type) {
                    case FLOAT -> floats;
                    case DOUBLE -> doubles;
                    default -> integers;
                };
        if (data.size() == 0 && elements > 0) {
            return Constant.ofShape(shape, type); // stripped weights keep a name and a shape
        }
        if (data.size() != elements) {
            return mismatch(shape, data.size() + " elements", elements);
        }
        return type.isReal()
                ? Constant.ofReals(shape, type, data.reals())
                : new Constant(shape, type, data.integers(), null);
    }

    private Constant mismatch(LongList shape, String found, int expected) {
        throw in.fail("found " + found + " in tensor " + OnnxException.quoted(name) + " of shape " + shape
                + ", expected " + expected);
    }
}
