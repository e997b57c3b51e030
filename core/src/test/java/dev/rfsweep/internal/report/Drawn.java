package dev.rfsweep.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture, read back as XML. */
public record Drawn(Element root) {

    /** A text and the room it takes, estimated on the large side. */
    record Text(String text, double left, double top, double right, double bottom) {

        boolean overlaps(Text other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    public static Drawn of(String svg) {
        try {
            return new Drawn(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError("a picture that is no XML", e);
        }
    }

    List<Element> all(String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    List<Text> texts() {
        return all("text").stream().map(Drawn::text).toList();
    }

    /** Width of the picture in its own units. */
    double width() {
        return Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[2]);
    }

    /** Labels neither overlap nor leave the card. */
    void requireReadable() {
        List<Text> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            // An assertion a text and not a pair: there are many thousand pairs.
            List<Text> overlapped = texts.subList(i + 1, texts.size()).stream()
                    .filter(text::overlaps)
                    .toList();
            assertThat(overlapped).as(text.toString()).isEmpty();
            assertThat(text.left()).as(text.toString()).isGreaterThan(8);
            assertThat(text.right()).as(text.toString()).isLessThan(width() - 8);
            assertThat(text.bottom()).as(text.toString()).isLessThan(height() - 8);
        }
    }

    double height() {
        return Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[3]);
    }

    private static Text text(Element element) {
        List<String> styles = List.of(element.getAttribute("class").split(" ", -1));
        double size = styles.contains("h") ? 15 : 12;
        String said = element.getTextContent();
        double width = said.length() * size * (styles.contains("b") || styles.contains("h") ? 0.6 : 0.56);
        double x = coordinate(element, "x");
        double y = coordinate(element, "y");
        for (Node above = element.getParentNode(); above instanceof Element group; above = above.getParentNode()) {
            String move = group.getAttribute("transform");
            if (move.startsWith("translate(")) {
                String[] by =
                        move.substring("translate(".length(), move.length() - 1).split(" ", -1);
                x += Double.parseDouble(by[0]);
                y += Double.parseDouble(by[1]);
            }
        }
        double left = x - (styles.contains("e") ? width : styles.contains("m") ? width / 2 : 0);
        return new Text(said, left, y - size * 0.75, left + width, y + size * 0.2);
    }

    private static double coordinate(Element element, String name) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : 0;
    }
}
