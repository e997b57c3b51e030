package dev.rfsweep.internal.onnx;

import dev.rfsweep.model.RfsweepException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Programs whose own files cannot be read here, and how they write ONNX. */
public enum Framework {
    PYTORCH("PyTorch", List.of(".pth", ".pt"), "torch.onnx.export(model, torch.zeros(1, 3, 224, 224), '%2$s')"),
    KERAS("Keras", List.of(".keras", ".h5"), "keras.saving.load_model('%1$s').export('%2$s', format='onnx')");

    private final String title;

    /** Never changed after construction; the JDK has no type that says so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> extensions;

    private final String export;

    Framework(String title, List<String> extensions, String export) {
        this.title = title;
        this.extensions = extensions;
        this.export = export;
    }

    /** The one that writes files like {@code file}. */
    public static Optional<Framework> of(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        for (Framework framework : values()) {
            if (framework.extensions.stream().anyMatch(lower::endsWith)) {
                return Optional.of(framework);
            }
        }
        return Optional.empty();
    }

    /** How {@code file} becomes one that can be read. */
    public RfsweepException advice(String file) {
        String onnx = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')) + ".onnx";
        return new RfsweepException(file + " is " + title + "'s own file, which only " + title
                + " can read; in Python write it as ONNX: " + String.format(export, file, onnx));
    }
}
