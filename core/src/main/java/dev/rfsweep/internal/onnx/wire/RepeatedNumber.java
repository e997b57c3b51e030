package dev.rfsweep.internal.onnx.wire;

import com.google.protobuf.WireFormat;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;

/**
 * A repeated number of a protocol buffer, up to a capacity; more elements are only counted as overflow. Floating point
 * is held as the bits of a {@code double}.
 */
final class RepeatedNumber {

    enum Kind {
        VARINT(WireFormat.WIRETYPE_VARINT),
        FLOAT(WireFormat.WIRETYPE_FIXED32),
        DOUBLE(WireFormat.WIRETYPE_FIXED64);

        private final int wireType;

        Kind(int wireType) {
            this.wireType = wireType;
        }

        int wireType() {
            return wireType;
        }
    }

    private final Kind kind;
    private final int room;
    private final LongArrayList bits = new LongArrayList(4);
    private boolean overflowed;

    RepeatedNumber(Kind kind, int room) {
        this.kind = kind;
        this.room = room;
    }

    Kind kind() {
        return kind;
    }

    boolean isFull() {
        return bits.size() >= room;
    }

    void add(long number) {
        if (isFull()) {
            overflowed = true;
        } else {
            bits.add(number);
        }
    }

    /** Records that some elements were left out. */
    void overflow() {
        overflowed = true;
    }

    boolean overflowed() {
        return overflowed;
    }

    int size() {
        return bits.size();
    }

    LongList integers() {
        return bits.isEmpty() ? LongList.of() : bits;
    }

    DoubleList reals() {
        return DoubleArrayList.toListWithExpectedSize(
                bits.longStream().mapToDouble(Double::longBitsToDouble), bits.size());
    }
}
