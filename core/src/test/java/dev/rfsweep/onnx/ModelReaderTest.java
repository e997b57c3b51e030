package dev.rfsweep.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    @Test
    void readsAll() throws Exception {
        var ops = new TreeMap<String, Integer>();
        try (var files = Files.walk(Path.of("src/test/resources/cases"))) {
            for (Path p : files.filter(f -> f.toString().endsWith(".onnx")).toList()) {
                OnnxModel m = ModelReader.read(p.getFileName().toString(), p);
                for (OnnxNode n : m.graph().nodes()) {
                    ops.merge(m.opset() + n.domain() + n.type(), 1, Integer::sum);
                }
                if (p.toString().contains("shuffle")
                        || p.toString().contains("convnext")
                        || p.toString().contains("fpn")
                        || p.toString().contains("aspp-02"))
                    for (OnnxNode n : m.graph().nodes())
                        System.out.println(n + " " + m.graph().inputs());
                assertThat(m.graph().nodes()).isNotEmpty();
            }
        }
        System.out.println(ops);
    }
}
