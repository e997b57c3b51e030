package dev.rfsweep.internal.report.svg;

/** One picture of several that stand under each other. */
public interface Panel {

    /** Width of all of them. */
    double WIDTH = 456;

    /** Where the content starts, below the heading. */
    double HEAD = 42;

    double height();

    /** Draws into the rectangle from 0, 0 to {@link #WIDTH}, {@link #height()}. */
    void draw(Svg svg);

    /** What it shows, and below it how to read it. */
    static void heading(Svg svg, String what, String how) {
        svg.text(0, 12, "b " + Ink.TEXT.fill(), what);
        svg.text(0, 12 + LabelText.LINE, Ink.MUTED.fill(), how);
    }
}
