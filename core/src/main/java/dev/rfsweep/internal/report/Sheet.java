package dev.rfsweep.internal.report;

import dev.rfsweep.internal.report.panel.BarPanel;
import dev.rfsweep.internal.report.panel.BoxPanel;
import dev.rfsweep.internal.report.panel.Cone;
import dev.rfsweep.internal.report.panel.ConePanel;
import dev.rfsweep.internal.report.panel.GrowthPanel;
import dev.rfsweep.internal.report.panel.SkipPanel;
import dev.rfsweep.internal.report.scene.Scene;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Svg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole picture: a card with a title and panels under each other. */
final class Sheet {

    private static final double MARGIN = 12;
    private static final double TITLE = 28;
    private static final double GAP = 30;

    /** Where there is room, a picture is shown larger than it is laid out, so that its text is as large as that of the page. */
    private static final double ZOOM = 4 / 3.0;

    private final Scene scene;
    private final List<Panel> panels = new ArrayList<>();

    private Sheet(Scene scene) {
        this.scene = scene;
    }

    static String of(Scene scene) {
        Sheet sheet = new Sheet(scene);
        Map<Track, String> distinct = sheet.distinct();
        distinct.forEach((track, axis) -> {
            if (Cone.shows(track)) {
                sheet.panels.add(new ConePanel(track, axis));
            }
        });
        List<Track> tracks = scene.tracks();
        sheet.panels.add(
                tracks.size() == 1
                        ? new BarPanel(tracks.get(0))
                        : new BoxPanel(tracks.get(tracks.size() - 2), tracks.get(tracks.size() - 1)));
        if (!scene.skips().isEmpty()) {
            sheet.panels.add(new SkipPanel(tracks.get(tracks.size() - 1), scene.skips()));
        }
        if (tracks.get(0).steps().size() > 1) {
            distinct.forEach((track, axis) -> sheet.panels.add(new GrowthPanel(track, axis)));
        }
        return sheet.drawn();
    }

    /** Axes that agree are drawn once, under the names of all of them. */
    private Map<Track, String> distinct() {
        Map<Track, String> distinct = new LinkedHashMap<>();
        for (Track track : scene.tracks()) {
            Track same =
                    distinct.keySet().stream().filter(track::agrees).findFirst().orElse(track);
            distinct.merge(same, "axis " + track.axis(), (a, b) -> a.replace("axis ", "axes ") + ", " + track.axis());
        }
        return distinct;
    }

    private String drawn() {
        List<String> facts = LabelText.lines(scene.facts(), Panel.WIDTH);
        double head = TITLE + LabelText.LINE * (facts.size() + 1.5);
        double height = head
                + panels.stream().mapToDouble(panel -> panel.height() + GAP).sum()
                - GAP
                + MARGIN;
        double width = Panel.WIDTH + 2 * MARGIN;
        Svg svg = new Svg();
        svg.open("svg")
                .at("xmlns", "http://www.w3.org/2000/svg")
                .at("width", width * ZOOM)
                .at("height", height * ZOOM)
                .at("viewBox", "0 0 " + Svg.number(width) + " " + Svg.number(height))
                .at("role", "img");
        svg.leaf("title", "Receptive field of " + scene.title());
        svg.leaf("desc", scene.facts());
        svg.leaf("style", Ink.css());
        hatch(svg);
        svg.rect(0.5, 0.5, width - 1, height - 1, Ink.CARD.fill() + " " + Ink.FAINT.line())
                .at("rx", 6)
                .close();
        svg.text(MARGIN, TITLE, "h " + Ink.TEXT.fill(), LabelText.clipped(scene.title(), 50));
        for (int line = 0; line < facts.size(); line++) {
            svg.text(MARGIN, TITLE + LabelText.LINE * (line + 1.25), Ink.MUTED.fill(), facts.get(line));
        }
        double y = head;
        for (Panel panel : panels) {
            svg.group(MARGIN, y);
            panel.draw(svg);
            svg.close();
            y += panel.height() + GAP;
        }
        return svg.close().toString();
    }

    private static void hatch(Svg svg) {
        svg.open("defs");
        svg.open("pattern")
                .at("id", "hatch")
                .at("width", 5)
                .at("height", 5)
                .at("patternUnits", "userSpaceOnUse")
                .at("patternTransform", "rotate(45)");
        svg.line(0, 0, 0, 5, Ink.FAINT.line());
        svg.close();
        svg.close();
    }
}
