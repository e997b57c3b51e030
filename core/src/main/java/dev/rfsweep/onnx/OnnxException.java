package dev.rfsweep.onnx;

/**
 * An ONNX file that cannot be read, or whose network cannot be told exactly. The message is complete, for instance
 * {@code net.onnx: node 'conv1' (Conv): found 3 strides, expected 2, one for each spatial axis}.
 */
public final class OnnxException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 80;

    OnnxException(String file, String problem) {
        super(file + ": " + problem);
    }

    /** {@code text} as a message shows it: quoted, short, on one line and without control characters. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("'");
        int length = Math.min(text.length(), LONGEST);
        for (int at = 0; at < length; at++) {
            char character = text.charAt(at);
            if (Character.isISOControl(character)) {
                shown.append(String.format("\\u%04x", (int) character));
            } else {
                shown.append(character);
            }
        }
        return shown.append(text.length() > LONGEST ? "...'" : "'").toString();
    }
}
