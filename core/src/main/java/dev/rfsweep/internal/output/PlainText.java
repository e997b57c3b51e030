package dev.rfsweep.internal.output;

/** Text from files and arguments, made safe for a terminal. */
public final class PlainText {

    private static final int LONGEST = 300;
    private static final String CUT = " ... ";

    /** The end of a message says what to do. */
    private static final int END = 120;

    private PlainText() {}

    /** Without characters that move the cursor, colour, hide or turn around what follows. */
    public static String escaped(String text) {
        if (text.codePoints().noneMatch(PlainText::acts)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (acts(character)) {
                shown.append(String.format("\\u%04x", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.toString();
    }

    /** The same in 300 characters: what is too long is left out before the end. */
    public static String message(String text) {
        String shown = escaped(text);
        return shown.length() <= LONGEST
                ? shown
                : shown.substring(0, LONGEST - CUT.length() - END) + CUT + shown.substring(shown.length() - END);
    }

    private static boolean acts(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
