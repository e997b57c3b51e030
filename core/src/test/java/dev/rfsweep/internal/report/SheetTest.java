package dev.rfsweep.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.report.Drawn.Text;
import dev.rfsweep.internal.report.scene.Effective;
import dev.rfsweep.internal.report.scene.Scene;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Ink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What every picture must be: XML, of bounded size, with labels that can be read. */
@Tag("slow")
class SheetTest {

    private static final String VGG16 =
            "2*cn_k3 mp_k2_s2 2*cn_k3 mp_k2_s2 3*cn_k3 mp_k2_s2 3*cn_k3 mp_k2_s2 3*cn_k3 mp_k2_s2";

    /** A scene and its picture: some take a while, so all of them are drawn once, for every test. */
    private record Sample(String name, Scene scene, String picture, Drawn drawn) {

        static Sample of(String name, Scene scene) {
            String picture = Sheet.of(scene);
            return new Sample(name, scene, picture, Drawn.of(picture));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Sample> SAMPLES = List.of(
            Sample.of("one layer", Scenes.of("rank: 2", "cn_k3")),
            Sample.of("one pixel", Scenes.of("rank: 2", "cn_k1")),
            Sample.of("five layers", Scenes.of("size: 32", "cn_k3 cn_k3_s2 cn_k3 cn_k3_s2 cn_k3")),
            Sample.of("more padding than input", Scenes.of("size: 12", "cn_k3 cn_k3_s2 cn_k3_dil2 cn_k3_s2 cn_k3")),
            Sample.of("gridding", Scenes.of("rank: 2", "3*cn_k3_dil2")),
            Sample.of("pixels between units", Scenes.of("rank: 2", "cn_k1_s3 cn_k2_s3 cn_k1_s3")),
            Sample.of("vgg16", Scenes.of("size: 224", VGG16)),
            Sample.of("300 layers", Scenes.of("size: 512", Scenes.deep(300))),
            Sample.of("300 layers, no input size", Scenes.of("rank: 2", Scenes.deep(300))),
            Sample.of("residual", Scenes.of("size: 224", "cn_k7_s2_c64 mp_k3_s2 bt_r3_c256 bt_r4_s2_c512 gp")),
            Sample.of("1-D", Scenes.of("size: [16000]", "cn_k3 cn_k3_dil4 cn_k3_dil16 cn_k3_dil64 cn_k3_dil256")),
            Sample.of("1-D, no input size", Scenes.of("rank: 1", "cn_k3 cn_k3_dil2")),
            Sample.of("axes apart", Scenes.of("size: [64, 128]", "cn_k3x7 cn_k3x9_s1x2 cn_k3x9")),
            Sample.of("one axis alone", Scenes.of("rank: 2", "9*cn_k1x9")),
            Sample.of("3-D", Scenes.of("size: [16, 112, 112]", "cn_k3x7x7_s1x2x2 mp_k1x3x3_s1x2x2 2*cn_k3")),
            Sample.of("U-Net", Scenes.of("U-Net", Scenes.unet())),
            Sample.of("decoder", Scenes.of("decoder", Scenes.decoder(16))),
            Sample.of("2000 layers", Scenes.of("rank: 2", "2000*cn_k3")),
            Sample.of("kernels out of measure", Scenes.of("rank: 1", "cn_k60000 cn_k40000")),
            Sample.of("half of it constant", Scenes.of("half", Scenes.halfEmpty())),
            Sample.of("gaps", Scenes.of("gaps", Scenes.gaps())),
            Sample.of("strides", Scenes.of("strides", Scenes.strides(0))),
            Sample.of("strides, read again", Scenes.of("strides", Scenes.strides(2))),
            Sample.of("a strip", Scenes.of("strip", Scenes.strip())),
            Sample.of("statistics", Scenes.of("statistics", Scenes.statistics())));

    static List<Sample> samples() {
        return SAMPLES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void labelsDoNotOverlapNorLeaveTheCard(Sample sample) {
        assertThat(sample.drawn.texts()).hasSizeGreaterThan(5);
        sample.drawn.requireReadable();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theEffectiveFieldIsInsideTheField(Sample sample) {
        for (Track track : sample.scene.tracks()) {
            Effective effective = track.effective();
            assertThat(effective.from()).isBetween((double) track.sight().start(), effective.to());
            assertThat(effective.to())
                    .isLessThanOrEqualTo(
                            (double) track.sight().start() + track.sight().size());
            assertThat(track.steps()).allMatch(step -> step.erf() <= step.rf());
        }
        for (Element ellipse : sample.drawn.all("ellipse")) {
            Element field = boxes(sample.drawn).get(0);
            for (String[] side : new String[][] {{"x", "width"}, {"y", "height"}}) {
                double start = number(field, side[0]);
                double centre = number(ellipse, "c" + side[0]);
                double radius = number(ellipse, "r" + side[0]);
                assertThat(centre - radius).isGreaterThan(start - 0.02);
                assertThat(centre + radius).isLessThan(start + number(field, side[1]) + 0.02);
            }
        }
    }

    @Test
    void textIsNinePixelsHighOnANarrowPage() {
        Drawn drawn = Drawn.of(Sheet.of(Scenes.of("rank: 2", "3*cn_k3")));
        Matcher sizes = Pattern.compile("font(?:-size)?:([0-9.]+)px")
                .matcher(drawn.all("style").get(0).getTextContent());
        assertThat(sizes.results().mapToDouble(size -> Double.parseDouble(size.group(1)) * 360 / drawn.width()))
                .hasSizeGreaterThan(1)
                .allMatch(size -> size >= 9);
    }

    @Test
    void fieldsThatDifferAreRanges() {
        Scene square = Scenes.of("phases", Scenes.phases(2));
        assertThat(square.tracks().get(0).last().rfMin()).isEqualTo(4);
        assertThat(square.facts()).contains("field 4\u20135 px");
        assertThat(said(square)).containsOnlyOnce("4\u20135 px");
        assertThat(said(Scenes.of("phases", Scenes.phases(1))).stream().filter("4\u20135"::equals))
                .hasSize(3); // cone, bars and growth
    }

    private static List<String> said(Scene scene) {
        return Drawn.of(Sheet.of(scene)).texts().stream().map(Text::text).toList();
    }

    @Test
    void skipsAreArcs() {
        assertThat(arcs(Scenes.of("U-Net", Scenes.unet()))).isEqualTo(2);
        assertThat(arcs(Scenes.of("rank: 2", "3*cn_k3"))).isZero();
    }

    private static long arcs(Scene scene) {
        return Drawn.of(Sheet.of(scene)).all("path").stream()
                .mapToInt(path -> count(path, 'Q'))
                .sum();
    }

    private static List<Element> boxes(Drawn drawn) {
        return drawn.all("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals(Ink.FIELD.line()))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void picturesAreSmallAndTheSameEveryTime(Sample sample) {
        assertThat(sample.picture).isEqualTo(Sheet.of(sample.scene)).doesNotContain("NaN", "Infinity");
        assertThat(sample.picture.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(150_000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theFactsAreSaidInWords(Sample sample) {
        Drawn drawn = sample.drawn;
        Scene scene = sample.scene;
        assertThat(drawn.all("title").get(0).getTextContent()).isEqualTo("Receptive field of " + scene.title());
        assertThat(drawn.all("desc").get(0).getTextContent()).isEqualTo(scene.facts());
        assertThat(drawn.texts().stream().map(Text::text).collect(Collectors.joining(" ")))
                .contains(scene.facts());
    }

    @Test
    void coloursAreDefinedForLightAndDark() {
        Drawn drawn = Drawn.of(Sheet.of(Scenes.of("rank: 2", "cn_k3")));
        String css = drawn.all("style").get(0).getTextContent();
        for (Ink ink : Ink.values()) {
            assertThat(css.split("\\." + ink.fill() + "\\{", -1)).as(ink.name()).hasSize(3);
        }
        assertThat(css).contains("prefers-color-scheme:dark");
    }

    @Test
    void theConeShowsEveryReadAndEveryHole() {
        Drawn drawn = Drawn.of(Sheet.of(Scenes.of("rank: 2", "3*cn_k3_dil2")));
        assertThat(dots(drawn, "o " + Ink.FIELD.line())).startsWith(1, 3, 5);
        assertThat(drawn.all("path").stream()
                        .filter(path -> path.getAttribute("class").equals("r " + Ink.FIELD.line()))
                        .mapToInt(path -> count(path, 'M')))
                .containsExactly(15, 9, 3);
        assertThat(drawn.texts())
                .extracting(Text::text)
                .contains("13 pixels, of which 7 are read", "conv3", "k3 dil2", "13", "9", "5");
    }

    @Test
    void boxesAreAsLargeAsTheFields() {
        Drawn drawn = Drawn.of(Sheet.of(Scenes.of("rank: 2", "cn_k3 cn_k3_s2 cn_k5x3")));
        List<Element> boxes = boxes(drawn);
        assertThat(boxes).hasSize(3);
        double pixel = Double.parseDouble(boxes.get(2).getAttribute("width")) / 3;
        assertThat(boxes)
                .extracting(box -> Math.round(Double.parseDouble(box.getAttribute("height")) / pixel) + " "
                        + Math.round(Double.parseDouble(box.getAttribute("width")) / pixel))
                .containsExactly("13 9", "5 5", "3 3");
        assertThat(drawn.texts()).extracting(Text::text).contains("13 \u00d7 9 px", "5 px", "3 px");
    }

    @Test
    void unproductiveLayersAreShaded() {
        String said = "unproductive: the field before it covers the input";
        assertThat(Drawn.of(Sheet.of(Scenes.of("size: 5", "3*cn_k3"))).texts())
                .extracting(Text::text)
                .contains(said);
        assertThat(Drawn.of(Sheet.of(Scenes.of("size: 6", "3*cn_k3"))).texts())
                .extracting(Text::text)
                .doesNotContain(said);
    }

    /** Each axis is shaded from the layer on that can see nothing new along it, whatever the others see. */
    @Test
    void everyAxisIsShadedForItself() {
        Scene scene = Scenes.of("size: [5, 7, 40]", "4*cn_k3");
        assertThat(scene.tracks()).extracting(Track::unproductive).containsExactly(2, 3, 4);
        List<Element> shades = Drawn.of(Sheet.of(scene)).all("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals(Ink.FAINT.fill()))
                .filter(rect -> rect.getAttribute("opacity").equals("0.35"))
                .toList();
        assertThat(shades).hasSize(2);
        assertThat(number(shades.get(0), "width") / number(shades.get(1), "width"))
                .isBetween(1.9, 2.1);
    }

    /** A layer some of whose units see less has something left to see. */
    @Test
    void anAxisIsCoveredWhereAllUnitsSeeIt() {
        Track track = Scenes.of("decoder", Scenes.decoder(12)).tracks().get(0);
        assertThat(track.steps()).allMatch(step -> step.covers() == (step.rfMin() >= track.size()));
        assertThat(track.steps()).anyMatch(step -> step.rf() >= track.size() && !step.covers());
    }

    /** How many dots each row of that style has. */
    private static List<Integer> dots(Drawn drawn, String style) {
        return drawn.all("path").stream()
                .filter(path -> path.getAttribute("class").equals(style))
                .map(path -> count(path, 'M'))
                .toList();
    }

    private static int count(Element path, char letter) {
        return (int) path.getAttribute("d").chars().filter(c -> c == letter).count();
    }
}
