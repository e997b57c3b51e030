package dev.rfsweep.internal.notation.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes to characters, and characters that no space has. */
public final class SourceText {

    /** Far more than a space needs, and less than the 3 MiB at which SnakeYAML gives up. */
    public static final int MOST_BYTES = 1 << 21;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SourceText() {}

    public static String read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return read(path.toString(), in);
        }
    }

    public static String read(String source, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        requireShort(source, bytes.length);
        return decode(source, bytes);
    }

    /** {@code text} without a byte order mark; refuses what is too long or cannot be printed. */
    public static String check(String source, String text, boolean json) {
        requireShort(source, text.length());
        String checked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        boolean indent = true;
        for (int at = 0; at < checked.length(); at += Character.charCount(checked.codePointAt(at))) {
            int character = checked.codePointAt(at);
            if (!printable(character) || (character == '\t' && indent && !json)) {
                throw new SpecException(
                        new Place(source, 1, 1).after(checked.substring(0, at)),
                        character == '\t'
                                ? "found a tab, expected spaces: YAML does not indent with tabs"
                                : String.format("found the character U+%04X, expected text", character));
            }
            indent = character == '\n' || (indent && character == ' ');
        }
        return checked;
    }

    private static boolean printable(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (!Character.isISOControl(character)
                        && character != BYTE_ORDER_MARK.charAt(0)
                        && character != 0xFFFE
                        && character != 0xFFFF
                        && Character.getType(character) != Character.SURROGATE);
    }

    private static void requireShort(String source, int length) {
        if (length > MOST_BYTES) {
            throw new SpecException(
                    new Place(source, 1, 1), "found a text of more than 2 MiB, expected the description of a space");
        }
    }

    private static String decode(String source, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        if (result.isError()) {
            Place place = new Place(source, 1, 1).after(text.flip().toString());
            throw new SpecException(place, "found bytes that are not UTF-8, expected text in UTF-8");
        }
        return text.flip().toString();
    }
}
