package dev.rfsweep.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How tables share the width of a terminal. */
class TableTest {

    private static final String ARCH = "cn_k3 cn_k5_s2 ir_k3_e6_c32 bb_c64 gp";

    private static String table(Table table, String[]... rows) {
        Bytes out = new Bytes(0);
        for (String[] row : rows) {
            table.add(row, out);
        }
        table.finish(out);
        return out.toString();
    }

    private static Table rows(int width) {
        return new Table(List.of("rf", "arch"), List.of(false, true)).on(new Screen(width, false));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, cn_k3 cn_k5_s2 ir_k3_e6_c32 bb_c64 gp",
        "42, cn_k3 cn_k5_s2 ir_k3_e6_c32 bb_c64 gp",
        "41, cn_k3 cn_k5_s2 ir_k3_e6_c32 bb_c64 gp",
        "40, cn_k3 cn_k5_s2 ir_k3_e6_c32 bb_c64 …",
        "24, cn_k3 cn_k5_s2 ir_k…"
    })
    void theTextGivesWay(int width, String shown) {
        assertThat(table(rows(width), new String[] {"31", ARCH})).isEqualTo("rf  arch\n31  " + shown + "\n");
    }

    @Test
    void aPathKeepsItsEnd() {
        Table table = new Table(List.of("layer", "rf"), List.of(true, false))
                .on(new Screen(20, false))
                .keepingTails(0);
        assertThat(table(table, new String[] {"layer1/0/conv1/Conv", "7"}))
                .isEqualTo("layer             rf\n…r1/0/conv1/Conv   7\n");
    }

    /** A number that is cut would be another number. */
    @Test
    void numbersAreWholeOrNotThereAndThenThatIsSaid() {
        List<String> labels = List.of("id", "params", "macs", "arch");
        Table table = new Table(labels, List.of(false, false, false, true)).on(new Screen(30, false));
        assertThat(table(table, new String[] {"123456", "1234567", "123456789", ARCH}))
                .isEqualTo("""
                    id   params  arch
                123456  1234567  cn_k3 cn_k5_…

                No room for: macs.
                """);
    }

    @Test
    void aHeaderIsBoldWhereThatIsWanted() {
        Table table = new Table(List.of("rf"), List.of(false)).on(new Screen(80, true));
        assertThat(table(table, new String[] {"3"})).isEqualTo("\u001b[1mrf\u001b[0m\n 3\n");
    }

    /** Rows behind the sample may be wider: the last text gives way to them, too. */
    @Test
    void laterRowsFitToo() {
        Table table = rows(30);
        Bytes out = new Bytes(0);
        for (int row = 0; row < Table.SAMPLE; row++) {
            table.add(new String[] {"1", ARCH}, out);
        }
        out.clear();
        table.add(new String[] {"1234567", ARCH}, out);
        assertThat(out).hasToString("1234567  cn_k3 cn_k5_s2 ir_k3…\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noLineIsWiderThanTheScreen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            int columns = 1 + random.nextInt(8);
            List<String> labels = new ArrayList<>();
            List<Boolean> text = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                labels.add("x".repeat(1 + random.nextInt(9)));
                text.add(random.nextInt(4) == 0);
            }
            int width = 50 + random.nextInt(100); // three texts at their least, and the first number
            if (text.stream().filter(each -> each).count() > 2) {
                continue;
            }
            String[][] rows = new String[1 + random.nextInt(150)][columns];
            for (String[] row : rows) {
                for (int column = 0; column < columns; column++) {
                    row[column] = "9".repeat(1 + random.nextInt(text.get(column) ? 60 : 9));
                }
            }
            Table table = Table.whole(labels, text).on(new Screen(width, false));
            assertThat(table(table, rows).lines().takeWhile(line -> !line.isEmpty()))
                    .as("%d columns at width %d", columns, width)
                    .allMatch(line -> line.codePointCount(0, line.length()) <= width);
        }
    }

    @Test
    void sentencesBreakAtSpaces() {
        Screen narrow = new Screen(12, false);
        assertThat(narrow.wrap("a long sentence for people", 2)).containsExactly("a long", "sentence", "for people");
        assertThat(narrow.wrap("incomprehensibilities", 0)).containsExactly("incomprehensibilities");
        assertThat(Screen.PAPER.wrap(ARCH, 2)).containsExactly(ARCH);
    }
}
