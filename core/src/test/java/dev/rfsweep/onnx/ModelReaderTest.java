package dev.rfsweep.onnx;

import dev.rfsweep.network.*;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    @Test
    void readsAll() throws Exception {
        try (var files = Files.walk(Path.of("src/test/resources/cases"))) {
            for (Path p : files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList()) {
                try {
                    long t = System.nanoTime();
                    OnnxNetwork n = OnnxNetwork.read(p.getFileName().toString(), p, ImportOptions.NONE);
                    Analysis a = Analysis.of(n.graph(), Gates.IGNORE);
                    System.out.println(p.getFileName() + " " + n.outputs() + " " + n.graph().tensors().size() + " " + a.view(n.graph().last(), 0).rf() + " " + a.global(n.graph().last()) + " " + (System.nanoTime() - t) / 1000 + " us");
                } catch (OnnxException e) {
                    System.out.println("FAIL " + e.getMessage());
                }
            }
        }
    }
}
