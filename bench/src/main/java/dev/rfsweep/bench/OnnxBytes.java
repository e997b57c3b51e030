package dev.rfsweep.bench;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes an ONNX file as exporters do, but for the data of its weights. The numbers are those of {@code onnx.proto}. */
final class OnnxBytes {

    private static final int OPSET = 17;

    /** Fills a message. */
    @FunctionalInterface
    private interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private int next;

    OnnxBytes(long... input) {
        field(11, message(value -> {
            value.writeString(1, "x");
            value.writeByteArray(
                    2,
                    message(type -> type.writeByteArray(1, message(tensor -> {
                        tensor.writeInt32(1, 1);
                        tensor.writeByteArray(2, message(shape -> {
                            for (long dim : input) {
                                shape.writeByteArray(1, message(one -> one.writeInt64(1, dim)));
                            }
                        }));
                    }))));
        }));
    }

    private static byte[] message(Content content) {
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

    /** Weights of that shape; returns their name. */
    String weights(long... dims) {
        String name = "weights." + next++;
        field(5, message(tensor -> {
            for (long dim : dims) {
                tensor.writeInt64(1, dim);
            }
            tensor.writeInt32(2, 1);
            tensor.writeString(8, name);
            tensor.writeInt32(14, 1);
        }));
        return name;
    }

    String convolution(String in, int from, int to, int kernel, int stride, int groups) {
        String weights = weights(to, from / groups, kernel, kernel);
        return node(
                "Conv",
                List.of(in, weights),
                ints("dilations", 1, 1),
                ints("group", groups),
                ints("kernel_shape", kernel, kernel),
                pads(kernel / 2),
                ints("strides", stride, stride));
    }

    String pool(String type, String in, int kernel, int stride, int pad) {
        return node(
                type, List.of(in), ints("kernel_shape", kernel, kernel), pads(pad), ints("strides", stride, stride));
    }

    private static byte[] pads(int pad) {
        return ints("pads", pad, pad, pad, pad);
    }

    String normalisation(String in, int channels) {
        return node(
                "BatchNormalization",
                List.of(in, weights(channels), weights(channels), weights(channels), weights(channels)));
    }

    /** A node; returns the name of its output. */
    String node(String type, List<String> inputs, byte[]... attributes) {
        String name = "/features/" + type + "_" + next++;
        String output = name + "_output_0";
        field(1, message(node -> {
            for (String input : inputs) {
                node.writeString(1, input);
            }
            node.writeString(2, output);
            node.writeString(3, name);
            node.writeString(4, type);
            for (byte[] attribute : attributes) {
                node.writeByteArray(5, attribute);
            }
        }));
        return output;
    }

    /** An attribute: one integer as such, several as a list. */
    static byte[] ints(String name, int... values) {
        return message(attribute -> {
            attribute.writeString(1, name);
            for (int value : values) {
                attribute.writeInt64(values.length == 1 ? 3 : 8, value);
            }
            attribute.writeInt32(20, values.length == 1 ? 2 : 7);
        });
    }

    byte[] file(String output) {
        field(12, message(value -> value.writeBytes(1, ByteString.copyFromUtf8(output))));
        return message(model -> {
            model.writeInt64(1, 8);
            model.writeByteArray(7, graph.toByteArray());
            model.writeByteArray(8, message(opset -> opset.writeInt64(2, OPSET)));
        });
    }
}
