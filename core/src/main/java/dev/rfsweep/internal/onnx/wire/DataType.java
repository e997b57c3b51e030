package dev.rfsweep.internal.onnx.wire;

/** Element types of a tensor, as far as small constants are read; the others have only a shape. */
public enum DataType {
    FLOAT(1, 4),
    UINT8(2, 1),
    INT8(3, 1),
    INT32(6, 4),
    INT64(7, 8),
    BOOL(9, 1),
    DOUBLE(11, 8),
    OTHER(0, 0);

    private final int code;
    private final int bytes;

    DataType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    public static DataType of(long code) {
        for (DataType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return OTHER;
    }

    /** Bytes of an element in raw data; 0 when the data is not read. */
    int bytes() {
        return bytes;
    }

    public boolean isReal() {
        return this == FLOAT || this == DOUBLE;
    }

    /** {@code integer} as this type holds it: what does not fit wraps around, as conversions in C do. */
    public long wrapped(long integer) {
        return switch (this) {
            case INT32 -> (int) integer;
            case INT8 -> (byte) integer;
            case UINT8 -> integer & 0xFF;
            default -> integer;
        };
    }

    /** {@code real} as this type holds it: shapes are computed with the rounding of the runtime. */
    public double rounded(double real) {
        return this == FLOAT ? (float) real : real;
    }
}
