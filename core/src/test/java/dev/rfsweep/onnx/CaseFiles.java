package dev.rfsweep.onnx;

import java.io.IOException;
import java.io.InputStream;

/** The ONNX files among the test resources. */
final class CaseFiles {

    private CaseFiles() {}

    /** The bytes of a file, by its path below {@code cases}. */
    static byte[] of(String path) throws IOException {
        try (InputStream bytes = CaseFiles.class.getResourceAsStream("/cases/" + path)) {
            return bytes.readAllBytes();
        }
    }
}
