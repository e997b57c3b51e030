package dev.rfsweep.internal.onnx.wire;

import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.RfsweepException;

/**
 * An ONNX file that cannot be read, or whose network cannot be told exactly. The message is complete, for instance
 * {@code net.onnx: node 'conv1' (Conv): found 3 strides, expected 2}. It is one line, whatever names the file holds.
 */
public final class OnnxException extends RfsweepException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_MESSAGE = 1000;

    public OnnxException(String file, String problem) {
        this(file, problem, null);
    }

    /** @param remedy what the user may give so that the file is not refused, or null */
    public OnnxException(String file, String problem, Remedy remedy) {
        super(file + ": " + shortened(problem, LONGEST_MESSAGE), remedy);
    }

    /** {@code name} as a message shows it: short, on one line and without control characters. */
    public static String shown(String name) {
        return shortened(name, LONGEST_NAME);
    }

    /** The same in quotes. */
    public static String quoted(String name) {
        return "'" + shown(name) + "'";
    }

    private static String shortened(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int length = Math.min(text.length(), longest);
        for (int at = 0; at < length; at++) {
            char character = text.charAt(at);
            if (Character.isISOControl(character)) {
                shown.append(String.format("\\u%04x", (int) character));
            } else {
                shown.append(character);
            }
        }
        return shown.append(text.length() > longest ? "..." : "").toString();
    }
}
