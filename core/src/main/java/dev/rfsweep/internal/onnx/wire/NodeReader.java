package dev.rfsweep.internal.onnx.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node from the wire. */
final class NodeReader {

    private final WireReader in;
    private final List<String> inputs = new ArrayList<>(3);
    private final List<String> outputs = new ArrayList<>(1);
    private final Map<String, Attribute> attributes = new LinkedHashMap<>(8);
    private String name = "";
    private String type = "";
    private String domain = "";

    private NodeReader(WireReader in) {
        this.in = in;
    }

    static OnnxNode read(WireReader in) throws IOException {
        NodeReader reader = new NodeReader(in);
        in.charge(320);
        in.message("node", reader::field);
        return new OnnxNode(
                reader.name,
                reader.type,
                reader.domain.equals("ai.onnx") ? "" : reader.domain,
                reader.inputs,
                reader.outputs,
                reader.attributes);
    }

    private void field(int number) throws IOException {
        switch (number) {
            case 1 -> inputs.add(in.text());
            case 2 -> outputs.add(in.text());
            case 3 -> name = in.text();
            case 4 -> type = in.text();
            case 5 -> AttributeReader.read(in, attributes);
            case 7 -> domain = in.text();
            default -> in.skip();
        }
    }
}
