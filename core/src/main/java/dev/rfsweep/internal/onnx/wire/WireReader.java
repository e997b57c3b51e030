package dev.rfsweep.internal.onnx.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Protocol buffers without generated classes: fields are offered to whoever knows them, and skipped otherwise.
 *
 * <p>Never trusts the input. A length may not point behind the end of what encloses it, messages nest to a fixed depth,
 * and everything that is kept is charged to an allowance, so time and memory are bounded whatever the bytes say. Skipping
 * seeks where the stream can.
 */
final class WireReader {

    /** One field of a message; whoever does not know {@code number} calls {@link #skip}. */
    @FunctionalInterface
    interface Fields {
        void field(int number) throws IOException;
    }

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 1 << 16;

    /** About what a graph of 300,000 nodes needs, and less than half of a heap of 256 MB. */
    private static final long ALLOWANCE = 96L << 20;

    private final String file;
    private final CodedInputStream in;
    private int tag;
    private int depth;
    private long kept;
    private String reading = "model";

    private WireReader(String file, CodedInputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Reads one message that fills {@code bytes}.
     *
     * @param size how many bytes there are, at most 2^31 - 1
     */
    static WireReader over(String file, InputStream bytes, int size) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes, 1 << 13);
        in.setSizeLimit(Integer.MAX_VALUE);
        in.pushLimit(size);
        return new WireReader(file, in);
    }

    /** All fields of the outermost message. */
    void all(Fields fields) throws IOException {
        try {
            eachField(fields);
        } catch (InvalidProtocolBufferException | EOFException broken) {
            throw fail("found bytes that are no protocol buffer (" + reason(broken) + "), expected an ONNX " + reading);
        }
    }

    /** All fields of the message that is the value of this field; {@code name} says what it is, for messages to the user. */
    void message(String name, Fields fields) throws IOException {
        expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = in.readRawVarint32();
        if (++depth > DEEPEST) {
            throw fail("found messages nested deeper than " + DEEPEST + ", expected a graph");
        }
        String outer = reading;
        reading = name;
        int limit = in.pushLimit(length);
        eachField(fields);
        in.popLimit(limit);
        reading = outer;
        depth--;
    }

    private void eachField(Fields fields) throws IOException {
        for (tag = in.readTag(); tag != 0; tag = in.readTag()) {
            fields.field(WireFormat.getTagFieldNumber(tag));
        }
        if (in.getBytesUntilLimit() > 0) {
            throw fail("found the end of the file, expected " + in.getBytesUntilLimit() + " more bytes");
        }
    }

    /** Leaves out the value of this field. */
    void skip() throws IOException {
        in.skipField(tag);
    }

    boolean isLengthDelimited() {
        return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    long integer() throws IOException {
        expect(WireFormat.WIRETYPE_VARINT);
        return in.readRawVarint64();
    }

    float float32() throws IOException {
        expect(WireFormat.WIRETYPE_FIXED32);
        return in.readFloat();
    }

    /** A name; longer than any real one is an error, as it would only fill the memory. */
    String text() throws IOException {
        byte[] bytes = bytes(LONGEST_TEXT);
        if (bytes == null) {
            throw fail("found a text of more than " + LONGEST_TEXT + " bytes, expected a name");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The value of this field, or null, skipped, if it is longer than {@code most}. */
    byte[] bytes(int most) throws IOException {
        expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = in.readRawVarint32();
        if (length < 0 || length > in.getBytesUntilLimit()) {
            throw fail("found a length of " + Integer.toUnsignedLong(length) + " bytes, expected at most "
                    + in.getBytesUntilLimit());
        }
        if (length > most) {
            in.skipRawBytes(length);
            return null;
        }
        charge(48 + length);
        return in.readRawBytes(length);
    }

    /**
     * Elements of a repeated number, packed or one by one; those beyond the capacity of {@code into} are dropped,
     * which it records.
     */
    void numbers(RepeatedNumber into) throws IOException {
        if (!isLengthDelimited()) {
            expect(into.kind().wireType());
            into.add(number(into.kind()));
            charge(8);
            return;
        }
        int length = in.readRawVarint32();
        int limit = in.pushLimit(length);
        while (in.getBytesUntilLimit() > 0) {
            if (into.isFull()) {
                in.skipRawBytes(in.getBytesUntilLimit());
                into.overflow();
            } else {
                into.add(number(into.kind()));
                charge(8);
            }
        }
        in.popLimit(limit);
    }

    private long number(RepeatedNumber.Kind kind) throws IOException {
        return switch (kind) {
            case VARINT -> in.readRawVarint64();
            case FLOAT -> Double.doubleToRawLongBits(in.readFloat());
            case DOUBLE -> in.readRawLittleEndian64();
        };
    }

    /** Accounts for {@code bytes} that will stay in memory. */
    void charge(int bytes) {
        kept += bytes;
        if (kept > ALLOWANCE) {
            throw fail("found more nodes, names and small tensors than fit " + (ALLOWANCE >> 20)
                    + " MB, expected the graph of one network");
        }
    }

    private void expect(int wireType) {
        int found = WireFormat.getTagWireType(tag);
        if (found != wireType) {
            throw fail("found wire type " + found + " in field " + WireFormat.getTagFieldNumber(tag) + ", expected "
                    + wireType);
        }
    }

    OnnxException fail(String problem) {
        return new OnnxException(file, "byte " + in.getTotalBytesRead() + ", in " + reading + ": " + problem);
    }

    private static String reason(IOException broken) {
        String message = String.valueOf(broken.getMessage());
        int end = message.indexOf('.');
        return end < 0 ? message : message.substring(0, end);
    }
}
