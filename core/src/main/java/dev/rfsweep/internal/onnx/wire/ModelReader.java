package dev.rfsweep.internal.onnx.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the structure of an ONNX file; weights are skipped, data outside the file is never looked for. */
public final class ModelReader {

    private static final int OLDEST_OPSET = 7;

    private final WireReader in;
    private final Map<String, Long> opsets = new HashMap<>();
    private final Map<OnnxFunction.Key, OnnxFunction> functions = new HashMap<>();
    private OnnxGraph graph;

    private ModelReader(WireReader in) {
        this.in = in;
    }

    /**
     * Reads {@code path}.
     *
     * @param file what messages call it
     * @throws OnnxException if the bytes are not an ONNX model
     * @throws IOException if they cannot be read
     */
    public static OnnxModel read(String file, Path path) throws IOException {
        long size = Files.size(path);
        if (size > Integer.MAX_VALUE) {
            throw new OnnxException(
                    file,
                    "found " + size + " bytes, expected less than 2 GB: larger weights live in files of their own");
        }
        // not buffered: CodedInputStream has a buffer of its own and skips, that is seeks, past weights
        try (InputStream bytes = Files.newInputStream(path)) {
            return read(file, bytes, (int) size);
        }
    }

    public static OnnxModel read(String file, byte[] bytes) {
        try {
            return read(file, new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static OnnxModel read(String file, InputStream bytes, int size) throws IOException {
        ModelReader reader = new ModelReader(WireReader.over(file, bytes, size));
        reader.in.all(reader::field);
        return reader.model(file);
    }

    private OnnxModel model(String file) {
        if (graph == null) {
            throw in.fail("found no graph, expected an ONNX model");
        }
        Long opset = opsets.get("");
        if (opset == null || opset < OLDEST_OPSET) {
            throw new OnnxException(
                    file,
                    "found " + (opset == null ? "no opset" : "opset " + opset) + ", expected " + OLDEST_OPSET
                            + " or newer");
        }
        return new OnnxModel(file, (int) Math.min(opset, Integer.MAX_VALUE), graph, functions);
    }

    private void field(int number) throws IOException {
        switch (number) {
            case 7 -> graph = GraphReader.read(in);
            case 8 -> new Opset().read();
            case 25 -> new Function().read();
            default -> in.skip();
        }
    }

    private final class Opset {

        private String domain = "";
        private long version;

        void read() throws IOException {
            in.charge(96);
            in.message("opset", number -> {
                switch (number) {
                    case 1 -> domain = in.text();
                    case 2 -> version = in.integer();
                    default -> in.skip();
                }
            });
            opsets.put(domain.equals("ai.onnx") ? "" : domain, version);
        }
    }

    private final class Function {

        private final List<String> inputs = new ArrayList<>();
        private final List<String> outputs = new ArrayList<>();
        private final List<OnnxNode> nodes = new ArrayList<>();
        private final Map<String, Attribute> defaults = new LinkedHashMap<>();
        private String domain = "";
        private String name = "";

        void read() throws IOException {
            in.charge(320);
            in.message("function", this::field);
            functions.put(new OnnxFunction.Key(domain, name), new OnnxFunction(inputs, outputs, nodes, defaults));
        }

        private void field(int number) throws IOException {
            switch (number) {
                case 1 -> name = in.text();
                case 4 -> inputs.add(in.text());
                case 5 -> outputs.add(in.text());
                case 7 -> nodes.add(NodeReader.read(in));
                case 10 -> domain = in.text();
                case 11 -> AttributeReader.read(in, defaults);
                default -> in.skip();
            }
        }
    }
}
