package dev.rfsweep.internal.notation.source;

/**
 * A position in what the user wrote.
 *
 * @param source name of the file, or a stand-in such as {@code <space>}
 * @param line from 1
 * @param column from 1
 */
public record Place(String source, int line, int column) {

    /** The position behind {@code text}, which starts here. */
    Place after(String text) {
        int newline = text.lastIndexOf('\n');
        if (newline < 0) {
            return new Place(source, line, column + text.length());
        }
        int lines = (int) text.chars().filter(character -> character == '\n').count();
        return new Place(source, line + lines, text.length() - newline);
    }

    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
