package dev.rfsweep.report;

/** One picture of several that stand under each other. */
interface Panel {

    /** Width of all of them. */
    double WIDTH = 752;

    double height();

    /** Draws into the rectangle from 0, 0 to {@link #WIDTH}, {@link #height()}. */
    void draw(Svg svg);

    /** What it shows, and beside it how to read it. */
    static void heading(Svg svg, String what, String how) {
        svg.open("text").at("y", 12).at("class", "b " + Ink.TEXT.fill()).content(what);
        svg.open("tspan")
                .at("dx", 10)
                .at("class", "n " + Ink.MUTED.fill())
                .content(how)
                .close();
        svg.close();
    }
}
