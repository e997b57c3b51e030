package dev.rfsweep.internal.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes small ONNX files, node by node. A name of several tensors is separated by blanks, {@code -} is left out. */
public final class OnnxFile {

    /** Fills a message. */
    @FunctionalInterface
    public interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final ByteArrayOutputStream functions = new ByteArrayOutputStream();
    private final int opset;

    public OnnxFile(int opset) {
        this.opset = opset;
    }

    /** A file with one node, from {@code x} to {@code y}. */
    public static OnnxFile of(int opset, long[] x, String type, Map<String, ?> attributes) {
        return new OnnxFile(opset).input("x", x).node(type, "x", "y", attributes);
    }

    public static byte[] message(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            content.write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void field(int number, byte[] message) {
        graph.writeBytes(message(out -> out.writeByteArray(number, message)));
    }

    public OnnxFile input(String name, long... dims) {
        field(11, value(name, dims));
        return this;
    }

    public OnnxFile output(String name) {
        field(12, value(name));
        return this;
    }

    /** A dimension below 0 is left open, under the name {@code n1} for -1 and so on. */
    static byte[] value(String name, long... dims) {
        byte[] shape = message(out -> {
            for (long dim : dims) {
                out.writeByteArray(1, message(one -> {
                    if (dim < 0) {
                        one.writeString(2, "n" + -dim);
                    } else {
                        one.writeInt64(1, dim);
                    }
                }));
            }
        });
        byte[] tensor = message(out -> {
            out.writeInt32(1, 1);
            out.writeByteArray(2, shape);
        });
        return message(out -> {
            out.writeString(1, name);
            out.writeByteArray(2, message(type -> type.writeByteArray(1, tensor)));
        });
    }

    /** Weights without data, as in a file whose data is elsewhere. */
    public OnnxFile weights(String name, long... dims) {
        field(5, message(out -> {
            for (long dim : dims) {
                out.writeInt64(1, dim);
            }
            out.writeInt32(2, 1);
            out.writeString(8, name);
            out.writeInt32(14, 1);
        }));
        return this;
    }

    /** A list of integers as raw data. */
    public OnnxFile integers(String name, long... values) {
        field(5, integerTensor(name, values));
        return this;
    }

    static byte[] integerTensor(String name, long... values) {
        byte[] raw = message(out -> {
            for (long value : values) {
                out.writeFixed64NoTag(value);
            }
        });
        return message(out -> {
            out.writeInt64(1, values.length);
            out.writeInt32(2, 7);
            out.writeString(8, name);
            out.writeByteArray(9, raw);
        });
    }

    /** A list of real numbers, one by one. */
    public OnnxFile reals(String name, float... values) {
        field(5, message(out -> {
            out.writeInt64(1, values.length);
            out.writeInt32(2, 1);
            for (float value : values) {
                out.writeFloat(4, value);
            }
            out.writeString(8, name);
        }));
        return this;
    }

    public OnnxFile node(String type, String inputs, String outputs) {
        return node(type, inputs, outputs, Map.of());
    }

    public OnnxFile node(String type, String inputs, String outputs, Map<String, ?> attributes) {
        field(1, nodeMessage("", type, inputs, outputs, attributes));
        return this;
    }

    public static byte[] nodeMessage(
            String domain, String type, String inputs, String outputs, Map<String, ?> attributes) {
        return message(out -> {
            names(out, 1, inputs);
            names(out, 2, outputs);
            out.writeString(4, type);
            for (Map.Entry<String, ?> attribute : attributes.entrySet()) {
                out.writeByteArray(5, attribute(attribute.getKey(), attribute.getValue()));
            }
            out.writeString(7, domain);
        });
    }

    private static void names(CodedOutputStream out, int field, String names) throws IOException {
        for (String name : names.split(" ", -1)) {
            out.writeString(field, name.equals("-") ? "" : name);
        }
    }

    private static byte[] attribute(String name, Object value) {
        return message(out -> {
            out.writeString(1, name);
            if (value instanceof Integer integer) {
                out.writeInt64(3, integer);
            } else if (value instanceof Float real) {
                out.writeFloat(2, real);
            } else if (value instanceof String text) {
                out.writeBytes(4, ByteString.copyFromUtf8(text));
            } else if (value instanceof float[] reals) {
                for (float real : reals) {
                    out.writeFloat(7, real);
                }
            } else if (value instanceof byte[] graph) {
                out.writeByteArray(6, graph);
            } else {
                for (Object integer : (List<?>) value) {
                    out.writeInt64(8, ((Number) integer).longValue());
                }
            }
        });
    }

    /** A function of one node; an attribute whose value is {@code @name} takes that of the call. */
    public OnnxFile function(String domain, String name, String inputs, String outputs, byte[]... nodes) {
        functions.writeBytes(message(model -> model.writeByteArray(25, message(out -> {
            out.writeString(1, name);
            names(out, 4, inputs);
            names(out, 5, outputs);
            for (byte[] node : nodes) {
                out.writeByteArray(7, node);
            }
            out.writeString(10, domain);
        }))));
        return this;
    }

    public OnnxFile call(String domain, String name, String inputs, String outputs, Map<String, ?> attributes) {
        field(1, nodeMessage(domain, name, inputs, outputs, attributes));
        return this;
    }

    /** The graph alone, as a branch has it. */
    public byte[] graph() {
        return graph.toByteArray();
    }

    public byte[] bytes() {
        return message(out -> {
            out.writeInt64(1, 8);
            out.writeByteArray(7, graph.toByteArray());
            out.writeByteArray(8, message(version -> version.writeInt64(2, opset)));
            out.writeRawBytes(functions.toByteArray());
        });
    }

    public OnnxNetwork network() {
        return network(ImportOptions.NONE);
    }

    public OnnxNetwork network(ImportOptions options) {
        return OnnxNetwork.read("net.onnx", bytes(), options);
    }
}
