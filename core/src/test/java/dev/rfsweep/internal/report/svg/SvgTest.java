package dev.rfsweep.internal.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.report.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1, -1",
        "0.5, 0.5",
        "0.25, 0.25",
        "0.125, 0.13",
        "-0.004, 0",
        "-2.05, -2.05",
        "1e6, 1000000",
        "9.999, 10",
        "100.101, 100.1"
    })
    void numbersHaveTwoDecimalsAtMost(double value, String text) {
        assertThat(Svg.number(value)).isEqualTo(text);
    }

    @Test
    void textsAndAttributesAreEscaped() {
        String nasty = "a<b>&\"c\"'\u0001\uD83D\uDE00";
        String svg = new Svg().open("svg").at("a", nasty).content(nasty).close().toString();
        Drawn drawn = Drawn.of(svg);
        String safe = nasty.replace('\u0001', '\uFFFD');
        assertThat(drawn.root().getTextContent()).isEqualTo(safe);
        assertThat(drawn.root().getAttribute("a")).isEqualTo(safe);
    }

    @Test
    void emptyElementsAreShort() {
        assertThat(new Svg().open("svg").open("g").at("x", 1).close().close())
                .hasToString("<svg><g x=\"1\"/>\n</svg>\n");
    }

    @Test
    void whatIsOpenIsNoPicture() {
        Svg svg = new Svg().open("svg").open("g").close();
        assertThatThrownBy(svg::toString).hasMessage("not closed: [svg]");
    }
}
