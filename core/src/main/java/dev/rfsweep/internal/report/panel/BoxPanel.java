package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Effective;
import dev.rfsweep.internal.report.scene.Extent;
import dev.rfsweep.internal.report.scene.Step;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Curve;
import dev.rfsweep.internal.report.svg.Heat;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Outline;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Scale;
import dev.rfsweep.internal.report.svg.Spread;
import dev.rfsweep.internal.report.svg.Svg;
import dev.rfsweep.model.AxisView.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two axes of the input with the field of one unit of several layers as nested boxes, and the paths to the last of them
 * as shading, with the density of either axis at the edge.
 */
public final class BoxPanel implements Panel {

    private static final double LEFT = 36;
    private static final double TOP = HEAD + 34;
    private static final double STRIP = 28;
    private static final double LEADER = 26;

    /** A name and a value below it. */
    private static final double LINE = 2 * LabelText.LINE + 2;

    private static final double LEAST_LABELS = 124;
    private static final double MOST_LABELS = 230;
    private static final int MOST_BOXES = 8;

    private final Track rows;
    private final Track columns;
    private final double labels;
    private final List<Box> boxes;
    private final Scale x;
    private final Scale y;

    /** A field in input pixels, and those of all phases in words. */
    private record Box(String name, String size, long left, long top, long columns, long rows) {

        boolean sameSize(Box other) {
            return columns == other.columns && rows == other.rows;
        }
    }

    /** A label beside the plot, and the point it speaks of. */
    private record Note(double x, double y, String name, String value, Ink ink) {}

    public BoxPanel(Track rows, Track columns) {
        this.rows = rows;
        this.columns = columns;
        Extent wide = Extent.of(columns);
        Extent high = Extent.of(rows);
        double span = Math.max(wide.span(), high.span());
        wide = wide.atLeast(span / 4);
        high = high.atLeast(span / 4);
        double widest = IntStream.range(0, rows.steps().size())
                .mapToDouble(step -> LabelText.boldWidth(
                        size(rows.steps().get(step), columns.steps().get(step))))
                .max()
                .orElseThrow();
        this.labels = WIDTH - Math.min(MOST_LABELS, Math.max(LEAST_LABELS, widest));
        double plot = labels - LEADER - LEFT;
        double unit = plot / span;
        this.x = Scale.linear(wide.from(), wide.to(), LEFT, LEFT + unit * wide.span());
        this.y = Scale.linear(high.from(), high.to(), TOP, TOP + unit * high.span());
        this.boxes = chosen();
    }

    /** The last layer, and going back every layer that makes the field look different. */
    private List<Box> chosen() {
        List<Box> chosen = new ArrayList<>();
        Box outer = boxAt(rows.steps().size() - 1);
        chosen.add(outer);
        double apart = Math.max(10, (outer.columns + outer.rows) * x.unit() / 2 / MOST_BOXES);
        for (int step = rows.steps().size() - 2; step >= 0; step--) {
            Box box = boxAt(step);
            boolean different = (outer.columns - box.columns + outer.rows - box.rows) * x.unit() / 2 >= apart;
            if (different && (step == 0 || !boxAt(step - 1).sameSize(box))) {
                chosen.add(box);
                outer = box;
            }
        }
        return chosen;
    }

    private Box boxAt(int index) {
        Step row = rows.steps().get(index);
        Step column = columns.steps().get(index);
        Phase down = row.sight(row.unitAt(rows.centre()));
        Phase across = column.sight(column.unitAt(columns.centre()));
        return new Box(row.name(), size(row, column), across.start(), down.start(), across.size(), down.size());
    }

    private static String size(Step row, Step column) {
        return both(LabelText.field(row), LabelText.field(column));
    }

    private static String both(String high, String wide) {
        return (high.equals(wide) ? high : high + " \u00d7 " + wide) + " px";
    }

    @Override
    public double height() {
        return Math.max(y.end() + 24, TOP + LINE * (boxes.size() + 1));
    }

    @Override
    public void draw(Svg svg) {
        Panel.heading(
                svg,
                "Fields over the input, axes " + rows.axis() + " and " + columns.axis(),
                "boxes: one unit of a layer; shading: share of paths to the last one");
        Heat heat = new Heat(columns.density(), rows.density());
        svg.open("defs");
        heat.define(svg);
        svg.close();
        frame(svg);
        heat.draw(
                x.at(columns.density().from()),
                y.at(rows.density().from()),
                columns.density().paths().size() * x.unit(),
                rows.density().paths().size() * y.unit(),
                svg);
        profiles(svg);
        fields(svg);
        notes(svg);
    }

    /** The plot, hatched where there is no input. */
    private void frame(Svg svg) {
        double width = x.end() - x.start();
        double height = y.end() - y.start();
        if (rows.size() == 0 || columns.size() == 0) {
            svg.rect(x.start(), y.start(), width, height, Ink.FAINT.line()).close();
            return;
        }
        double left = x.at(Math.max(0, x.from()));
        double top = y.at(Math.max(0, y.from()));
        double right = x.at(Math.min((double) columns.size(), x.to()));
        double bottom = y.at(Math.min((double) rows.size(), y.to()));
        if (width > right - left || height > bottom - top) {
            svg.rect(x.start(), y.start(), width, height, "")
                    .at("style", "fill:url(#hatch)")
                    .close();
        }
        svg.rect(left, top, right - left, bottom - top, Ink.CARD.fill() + " " + Ink.TEXT.line())
                .at("stroke-width", 1.5)
                .close();
        boolean whole = x.from() <= 0 && y.from() <= 0 && x.to() >= columns.size() && y.to() >= rows.size();
        String size = "input " + rows.size() + " \u00d7 " + columns.size();
        svg.text(x.start(), y.end() + 17, Ink.TEXT.fill(), whole ? size : "cut-out of " + size);
    }

    private void profiles(Svg svg) {
        Curve.draw(columns.density(), x, TOP - 8, STRIP, svg);
        svg.open("g").at("transform", "matrix(0 1 1 0 0 0)"); // the vertical axis is the horizontal one, mirrored
        Curve.draw(rows.density(), y, LEFT - 8, STRIP, svg);
        svg.close();
    }

    private void fields(Svg svg) {
        for (Box box : boxes) {
            boolean last = box.equals(boxes.get(0));
            svg.rect(x.at(box.left), y.at(box.top), box.columns * x.unit(), box.rows * y.unit(), Ink.FIELD.line())
                    .at("stroke-width", last ? 2 : 1)
                    .close();
        }
        Effective across = columns.effective();
        Effective down = rows.effective();
        svg.open("ellipse")
                .at("cx", x.at(across.centre()))
                .at("cy", y.at(down.centre()))
                .at("rx", across.radius() * x.unit())
                .at("ry", down.radius() * y.unit())
                .at("class", "d " + Ink.ERF.line())
                .at("stroke-width", 1.5)
                .close();
    }

    private void notes(Svg svg) {
        List<Note> notes = new ArrayList<>();
        for (Box box : boxes) {
            notes.add(new Note(x.at(box.left + box.columns), y.at(box.top), box.name, box.size, Ink.FIELD));
        }
        notes.add(erf());
        notes.sort((a, b) -> Double.compare(a.y, b.y));
        double[] wanted = notes.stream().mapToDouble(Note::y).toArray();
        double[] placed = Spread.apart(wanted, LINE, TOP + 4, height() - LINE / 2);
        for (int i = 0; i < placed.length; i++) {
            note(notes.get(i), placed[i], svg);
        }
    }

    private Note erf() {
        double diagonal = Math.sqrt(0.5);
        Effective across = columns.effective();
        Effective down = rows.effective();
        return new Note(
                x.at(across.centre() + across.radius() * diagonal),
                y.at(down.centre() - down.radius() * diagonal),
                "ERF diameter",
                both(
                        LabelText.length(rows.last().erf()),
                        LabelText.length(columns.last().erf())),
                Ink.ERF);
    }

    private void note(Note note, double y, Svg svg) {
        svg.path(
                        new Outline()
                                .to(note.x, note.y)
                                .to(labels - LEADER + 4, note.y)
                                .to(labels - 10, y)
                                .to(labels - 4, y),
                        note.ink.line())
                .at("stroke-width", 0.75)
                .at("opacity", 0.7)
                .close();
        svg.text(labels, y + 4, Ink.TEXT.fill(), LabelText.tail(note.name, (int)
                ((WIDTH - labels) / LabelText.width("0"))));
        svg.text(labels, y + 4 + LabelText.LINE - 1, "b " + note.ink.fill(), note.value);
    }
}
