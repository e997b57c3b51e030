package dev.rfsweep.internal.onnx.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Graphs, nodes and functions from the wire. The numbers are those of the fields in {@code onnx.proto}. */
final class GraphReader {

    private final WireReader in;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, Constant> initializers = new LinkedHashMap<>();
    private final List<ValueInfo> inputs = new ArrayList<>();
    private final List<ValueInfo> outputs = new ArrayList<>();
    private final Map<String, ValueInfo> values = new LinkedHashMap<>();

    private GraphReader(WireReader in) {
        this.in = in;
    }

    static OnnxGraph read(WireReader in) throws IOException {
        GraphReader reader = new GraphReader(in);
        in.message("graph", reader::field);
        return new OnnxGraph(reader.nodes, reader.initializers, reader.inputs, reader.outputs, reader.values);
    }

    private void field(int number) throws IOException {
        switch (number) {
            case 1 -> nodes.add(NodeReader.read(in));
            case 5 -> initializer(TensorReader.read(in));
            case 11 -> inputs.add(ValueReader.read(in));
            case 12 -> outputs.add(ValueReader.read(in));
            case 13 -> {
                ValueInfo value = ValueReader.read(in);
                values.put(value.name(), value);
            }
            case 15 -> in.message("sparse initializer", new SparseTensor()::field);
            default -> in.skip();
        }
    }

    private void initializer(TensorReader.Named named) {
        if (initializers.put(named.name(), named.tensor()) != null) {
            throw in.fail(
                    "found a second initializer " + OnnxException.quoted(named.name()) + ", expected one of a name");
        }
    }

    /** A sparse initializer: a name in its values, and dims; what it holds is never a shape. */
    private final class SparseTensor {

        private String name;
        private final RepeatedNumber dims = new RepeatedNumber(RepeatedNumber.Kind.VARINT, 64);

        void field(int number) throws IOException {
            switch (number) {
                case 1 -> name = TensorReader.read(in).name();
                case 3 -> in.numbers(dims);
                default -> in.skip();
            }
            if (name != null) {
                initializers.put(name, Constant.ofShape(dims.integers()));
            }
        }
    }
}
