package dev.rfsweep.cli;

/** How something that is not rows can be had. */
enum TextForm {
    TEXT,
    JSON;

    /** Reads the option. */
    static final class Converter extends LowerCase<TextForm> {
        Converter() {
            super(TextForm.class);
        }
    }
}
