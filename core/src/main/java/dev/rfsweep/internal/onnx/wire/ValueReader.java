package dev.rfsweep.internal.onnx.wire;

import dev.rfsweep.model.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The name and shape of a tensor from the wire. */
final class ValueReader {

    private final WireReader in;
    private String name = "";
    private List<ValueInfo.Dim> dims;
    private DataType type = DataType.OTHER;
    private long size;
    private String symbol;

    private ValueReader(WireReader in) {
        this.in = in;
    }

    static ValueInfo read(WireReader in) throws IOException {
        ValueReader reader = new ValueReader(in);
        in.charge(128);
        in.message("value", reader::value);
        return new ValueInfo(reader.name, reader.dims, reader.type);
    }

    private void value(int number) throws IOException {
        switch (number) {
            case 1 -> name = in.text();
            case 2 -> in.message("type", this::type);
            default -> in.skip();
        }
    }

    private void type(int number) throws IOException {
        if (number == 1) {
            in.message("tensor type", this::tensorType);
        } else {
            in.skip();
        }
    }

    private void tensorType(int number) throws IOException {
        switch (number) {
            case 1 -> type = DataType.of(in.integer());
            case 2 -> {
                dims = new ArrayList<>();
                in.message("shape", this::shape);
            }
            default -> in.skip();
        }
    }

    private void shape(int number) throws IOException {
        if (number != 1) {
            in.skip();
            return;
        }
        in.charge(48);
        size = Size.UNKNOWN;
        symbol = "";
        in.message("dimension", this::dimension);
        dims.add(new ValueInfo.Dim(size, symbol));
    }

    private void dimension(int number) throws IOException {
        switch (number) {
            case 1 -> size = in.integer();
            case 2 -> symbol = in.text();
            default -> in.skip();
        }
    }
}
