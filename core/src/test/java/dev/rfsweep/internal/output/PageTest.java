package dev.rfsweep.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private record Row(String name, String kind, int value) {}

    private static final List<Row> ROWS =
            List.of(new Row("features.0.convolution", "convolution", 3), new Row("b", "pool", 12));

    private static final List<PageColumn<Row>> COLUMNS = List.of(
            PageColumn.path("name", Row::name),
            PageColumn.text("kind", Row::kind),
            PageColumn.number("receptive field", "rf", row -> String.valueOf(row.value)));

    private static String page(int width) {
        return new Page(new Screen(width, false)).table(COLUMNS, ROWS).toString();
    }

    @Test
    void numbersStandToTheRight() {
        assertThat(page(80)).isEqualTo("""
                name                    kind         receptive field
                features.0.convolution  convolution                3
                b                       pool                      12
                """);
    }

    @Test
    void labelsAreBriefBeforeTextsAreCut() {
        assertThat(page(40)).isEqualTo("""
                name                    kind         rf
                features.0.convolution  convolution   3
                b                       pool         12
                """);
    }

    @Test
    void pathsKeepTheirEnd() {
        assertThat(page(33)).isEqualTo("""
                name              kind         rf
                \u2026s.0.convolution  convolution   3
                b                 pool         12
                """);
    }

    @Test
    void longValuesGoOnBelowTheirBeginning() {
        Page page = new Page(new Screen(20, false));
        page.facts(List.of(new Page.Fact("id", "3"), new Page.Fact("arch", "one two three four")));
        assertThat(page.blank().paragraph("five six seven eight nine").line("a line that is not broken"))
                .hasToString("""
                        id    3
                        arch  one two three
                              four

                        five six seven eight
                        nine
                        a line that is not broken
                        """);
    }
}
