package dev.rfsweep.internal.output;

/** An answer that is not rows: text for people, or one JSON object for programs. */
public interface Report {

    /** Adds the text to {@code page}. */
    void write(Page page);

    JsonObject json();

    /** The text for {@code screen}. */
    default String text(Screen screen) {
        Page page = new Page(screen);
        write(page);
        return page.toString();
    }
}
