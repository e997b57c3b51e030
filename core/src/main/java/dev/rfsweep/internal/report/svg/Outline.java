package dev.rfsweep.internal.report.svg;

/** The {@code d} of a path: points joined by lines. */
public final class Outline {

    private final StringBuilder data = new StringBuilder();
    private boolean drawing;

    /** Lifts the pen, so that the next point starts a new line. */
    Outline lift() {
        drawing = false;
        return this;
    }

    public Outline to(double x, double y) {
        data.append(drawing ? 'L' : 'M');
        Svg.number(x, data);
        data.append(' ');
        Svg.number(y, data);
        drawing = true;
        return this;
    }

    public Outline segment(double x1, double y1, double x2, double y2) {
        return lift().to(x1, y1).to(x2, y2);
    }

    /** A line of no length, which a round pen makes a dot. */
    public Outline dot(double x, double y) {
        lift().to(x, y);
        data.append("h0");
        return lift();
    }

    /** An arc from one point to another, as a curve that bends towards the height {@code over}. */
    public Outline arc(double x1, double y1, double x2, double y2, double over) {
        lift().to(x1, y1);
        Svg.number((x1 + x2) / 2, data.append('Q'));
        Svg.number(over, data.append(' '));
        Svg.number(x2, data.append(' '));
        Svg.number(y2, data.append(' '));
        return lift();
    }

    /** A rectangle, as a closed line of its own. */
    public Outline box(double x, double y, double width, double height) {
        lift().to(x, y);
        Svg.number(width, data.append('h'));
        Svg.number(height, data.append('v'));
        Svg.number(-width, data.append('h'));
        return shut();
    }

    /** Joins the last point to the first. */
    public Outline shut() {
        data.append('Z');
        return lift();
    }

    public boolean isEmpty() {
        return data.length() == 0;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
