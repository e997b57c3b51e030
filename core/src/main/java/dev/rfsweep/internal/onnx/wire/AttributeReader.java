package dev.rfsweep.internal.onnx.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One attribute from the wire. */
final class AttributeReader {

    private static final int LONGEST_TEXT = 4096;

    private static final int TYPE_FLOAT = 1;
    private static final int TYPE_INT = 2;

    private final WireReader in;
    private final RepeatedNumber integers = new RepeatedNumber(RepeatedNumber.Kind.VARINT, Constant.MOST_ELEMENTS);
    private final RepeatedNumber reals = new RepeatedNumber(RepeatedNumber.Kind.FLOAT, Constant.MOST_ELEMENTS);
    private String name = "";
    private long type;
    private byte[] text;
    private Constant tensor;
    private OnnxGraph graph;
    private String reference;

    private AttributeReader(WireReader in) {
        this.in = in;
    }

    static void read(WireReader in, Map<String, Attribute> into) throws IOException {
        AttributeReader reader = new AttributeReader(in);
        in.charge(224);
        in.message("attribute", reader::field);
        if (into.put(reader.name, reader.attribute()) != null) {
            throw in.fail("found a second attribute " + OnnxException.quoted(reader.name) + ", expected one of a name");
        }
    }

    private void field(int number) throws IOException {
        switch (number) {
            case 1 -> name = in.text();
            case 2 -> reals.add(Double.doubleToRawLongBits(in.float32()));
            case 3 -> integers.add(in.integer());
            case 4 -> text = in.bytes(LONGEST_TEXT);
            case 5 -> tensor = TensorReader.read(in).tensor();
            case 6 -> graph = GraphReader.read(in);
            case 7 -> in.numbers(reals);
            case 8 -> in.numbers(integers);
            case 20 -> type = in.integer();
            case 21 -> reference = in.text();
            default -> in.skip();
        }
    }

    private Attribute attribute() {
        // some writers leave out a zero, and then only the type says that there is one
        if (type == TYPE_INT && integers.size() == 0) {
            integers.add(0);
        }
        if (type == TYPE_FLOAT && reals.size() == 0) {
            reals.add(0);
        }
        return new Attribute(
                integers.overflowed() ? null : integers.integers(),
                reals.overflowed() ? null : reals.reals(),
                text == null ? null : new String(text, StandardCharsets.UTF_8),
                tensor,
                graph,
                reference);
    }
}
