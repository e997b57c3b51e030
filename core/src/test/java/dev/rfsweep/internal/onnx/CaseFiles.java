package dev.rfsweep.internal.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The ONNX files among the test resources. */
final class CaseFiles {

    private CaseFiles() {}

    /** The bytes of a file, by its path below {@code cases}. */
    static byte[] of(String path) {
        try (InputStream bytes = CaseFiles.class.getResourceAsStream("/cases/" + path)) {
            return bytes.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
