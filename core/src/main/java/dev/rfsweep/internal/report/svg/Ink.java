package dev.rfsweep.internal.report.svg;

/**
 * The few colours of the pictures, each for a light and a dark page. Hues are those of Okabe and Ito, which stay apart
 * for colour-blind readers; on light they are darkened for contrast.
 */
public enum Ink {
    /** The card under a picture, so that it never depends on the colour of the page. */
    CARD('c', "#ffffff", "#0d1117"),
    TEXT('t', "#1f2328", "#e6edf3"),
    MUTED('m', "#59636e", "#9198a1"),
    /** Frames, ticks, units that nothing reads. */
    FAINT('a', "#c4ccd4", "#3d444d"),
    FIELD('f', "#0067a6", "#56b4e9"),
    ERF('e', "#c25100", "#f0a04b"),
    STRIDE('s', "#00795a", "#3fc79a");

    private final char code;
    private final String light;
    private final String dark;

    Ink(char code, String light, String dark) {
        this.code = code;
        this.light = light;
        this.dark = dark;
    }

    /** The class that fills with this colour. */
    public String fill() {
        return "f" + code;
    }

    /** The class that draws lines of this colour. */
    public String line() {
        return "l" + code;
    }

    /** The class of a stop in a gradient of this colour. */
    String stop() {
        return "g" + code;
    }

    /** The style sheet of a picture. */
    public static String css() {
        StringBuilder css = new StringBuilder();
        css.append("text{font:12px system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif;")
                .append("font-variant-numeric:tabular-nums}")
                .append(".h{font-size:15px;font-weight:600}.b{font-weight:600}")
                .append(".e{text-anchor:end}.m{text-anchor:middle}")
                .append(".n{font-weight:400}.d{stroke-dasharray:4 3}.q{stroke-width:.5}.r{stroke-width:.8;opacity:.45}")
                .append(".v{fill-opacity:.1;stroke-width:.5}.o{stroke-linecap:round}.j{stroke-linejoin:round}")
                .append("path,line,rect,ellipse{fill:none}");
        for (Ink ink : values()) {
            ink.rules(ink.light, css);
        }
        css.append("@media(prefers-color-scheme:dark){");
        for (Ink ink : values()) {
            ink.rules(ink.dark, css);
        }
        return css.append('}').toString();
    }

    private void rules(String color, StringBuilder css) {
        String kind = this == ERF ? "." + stop() + "{stop-color:" + color + "}" : "";
        css.append('.').append(fill()).append("{fill:").append(color).append("}");
        css.append('.').append(line()).append("{stroke:").append(color).append("}");
        css.append(kind);
    }
}
