package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Colors;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Stop;
import dev.rfsweep.model.Monitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see on a terminal, and programs do not. */
class TerminalTest {

    private static final String HUGE = "20*cn_k1,3,5,7_s1,2_dil1,2,4";
    private static final String ONNX = "../core/src/test/resources/cases/onnx/";
    private static final String PLAIN = "--color=never";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void everyTableFits(int width) {
        String[][] lines = {
            {"sweep", "6*cn_k3,5_s1,2", "-n", "200"},
            {"sweep", HUGE, "--ids", "4019988717840603673710821000.."},
            {"top", "6*cn_k3x1,5_s1,2", "--by", "rf_h"},
            {"pareto", "6*cn_k3,5_s1,2", "--by", "rf:max,stride:min"},
            {"choices", "cn_k3 | 2*bb_r2,3_k3_c8_each | ir_k3_e6_c32_s2_se0.25_padsame_upper | id"},
            {"histogram", "8*cn_k1,3,5,7_s1,2", "--by", "rf", "--bins", "40"},
            {"profile", HUGE, "-w", "rf=100..300"},
            {"sweep", HUGE, "-w", "rf=100..300", "--explain"},
            {"show", HUGE, "4019988717840603673710821375"},
            {"show", "ir_k3_s2_e2_c8_se0.5 4*bb_c16 gp", "0"},
            {"analyze", ONNX + "googlenet.onnx"},
            {"analyze", ONNX + "fcn_resnet50.onnx", "--all"},
        };
        for (String[] line : lines) {
            Cli run = Cli.onTerminal(width, line);
            assertThat(run.code()).as(line[0]).isZero();
            assertThat(run.out()
                            .lines()
                            .filter(each -> !each.startsWith("model ")) // a path is to be copied, so it is whole
                            .map(each -> each.replaceAll("\u001b\\[\\d+m", "")))
                    .as("%s at %d", String.join(" ", line), width)
                    .allMatch(each -> each.codePointCount(0, each.length()) <= width || !each.contains(" "));
        }
    }

    @Test
    void archIsLastAndCut() {
        assertThat(Cli.onTerminal(50, "sweep", "6*cn_k3,5_s1,2", "--ids", "1234..1235", PLAIN)
                        .out())
                .isEqualTo("""
                  id  rf  stride  pad      erf  arch
                1234  71       8   35  27.7609  cn_k3_s2 cn_k3 cn…

                No room for: depth, lookahead.
                """);
    }

    @Test
    void theCountOfAFrontStandsBeforeArch() {
        String[] line = {"pareto", "2*cn_k3,5_s1,2", "--by", "rf:max", "-c", "id,rf,arch"};
        assertThat(Cli.onTerminal(80, line).out()).contains("id  rf  count  arch");
        assertThat(Cli.run(line).out()).startsWith("id,rf,arch,count\n");
    }

    @Test
    void namesLoseWhatTheyShareOnATerminalOnly() {
        String file = ONNX + "googlenet.onnx";
        assertThat(Cli.onTerminal(120, "analyze", file, PLAIN).out())
                .contains("\nnames  without /m/, with which all of them begin\n", "\ninception3a/branch1/conv/Conv ");
        assertThat(Cli.run("analyze", file).out())
                .contains("\n/m/inception3a/branch1/conv/Conv ")
                .doesNotContain("names  ");
    }

    @ParameterizedTest
    @CsvSource({"'', always, true", "'', auto, false", "'', never, false"})
    void headersAreBoldWhereColorsAreWanted(String none, String when, boolean bold) {
        String out = Cli.run("sweep", "cn_k3", "-c", "rf", "-f", "table", "--color", when)
                .out();
        assertThat(out).isEqualTo(bold ? "\u001b[1mrf\u001b[0m\n 3\n" : "rf\n 3\n");
        assertThat(Cli.run("sweep", "cn_k3", "-c", "rf", "--color", when).out()).isEqualTo("rf\n3\n");
    }

    @Test
    void errorsAreRedAndNoticesAreNot() {
        Cli wrong = Cli.run("count", "cn", "--color=always");
        assertThat(wrong.err()).startsWith("\u001b[31mrfsweep: ").endsWith("\u001b[0m\n");
        assertThat(Cli.run("top", "cn_k3", "--color=always").err()).startsWith("\u001b[31mrfsweep: Missing");
        assertThat(Cli.run("count", "cn").err()).startsWith("rfsweep: ");
        assertThat(Cli.run("count", "cn_k3_c8", "-w", "flops=1..", "--color=always")
                        .err())
                .doesNotStartWith("\u001b[31mrfsweep: note");
    }

    /** Data may go to a file while errors go to the terminal. */
    @Test
    void errorsHaveTheColorsOfTheirOwnStream() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        OutputStream out = OutputStream.nullOutputStream();
        new Console(InputStream.nullInputStream(), out, told, false, true, 80, new Stop(), false, true, Monitor.NONE)
                .fail("no");
        new Console(InputStream.nullInputStream(), out, told, true, false, 80, new Stop(), true, false, Monitor.NONE)
                .fail("no");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b[31mrfsweep: no\u001b[0m\nrfsweep: no\n");
    }

    @Test
    void colorsFollowTheTerminalTheOptionAndTheEnvironment() {
        String[] nothing = {"count"};
        assertThat(Colors.wanted(nothing, true, Map.of())).isTrue();
        assertThat(Colors.wanted(nothing, false, Map.of())).isFalse();
        assertThat(Colors.wanted(nothing, true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Colors.wanted(nothing, true, Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Colors.wanted(nothing, true, Map.of("TERM", "dumb"))).isFalse();
        assertThat(Colors.wanted(new String[] {"--color", "never"}, true, Map.of()))
                .isFalse();
        assertThat(Colors.wanted(new String[] {"--color=always"}, false, Map.of("NO_COLOR", "1")))
                .isTrue();
    }

    @Test
    void histogramsHaveBars() {
        String[] line = {"histogram", "3*cn_k3,5", "--by", "rf", PLAIN};
        assertThat(Cli.onTerminal(34, line).out()).isEqualTo("""
                rf  count \s
                 7      1  ███████▋
                 9      3  ███████████████████████
                11      3  ███████████████████████
                13      1  ███████▋
                """.replace("count \\s", "count  "));
        assertThat(Cli.run(line).out()).isEqualTo("rf,count\n7,1\n9,3\n11,3\n13,1\n");
    }

    /** One of 924 is less than an eighth of a column of sixty. */
    @Test
    void whatOccursHasABarAndWhatDoesNotHasNone() {
        assertThat(Cli.onTerminal(80, "histogram", "12*cn_k3,5", "--by", "rf", PLAIN)
                        .out()
                        .lines()
                        .skip(1))
                .hasSize(13)
                .allMatch(line -> line.matches(" *\\d+ +[1-9]\\d* +[\u2588-\u258f]+"));
        assertThat(Cli.onTerminal(80, "histogram", "cn_k1,99", "--by", "rf", "--bins", "3", PLAIN)
                        .out())
                .contains("\n34      0  \n");
    }

    @Test
    void bigNumbersAreGroupedForPeopleOnly() {
        assertThat(Cli.onTerminal(80, "count", HUGE).out())
                .isEqualTo("4,019,988,717,840,603,673,710,821,376 (4.0e27)\n");
        assertThat(Cli.run("count", HUGE).out()).isEqualTo("4019988717840603673710821376\n");
        assertThat(Cli.onTerminal(80, "profile", HUGE).out())
                .contains("matching     4,019,988,717,840,603,673,710,821,376 (4.0e27)\n")
                .contains("25,165,801");
        assertThat(Cli.onTerminal(80, "profile", HUGE, "-f", "json").out())
                .contains("\"matching\":4019988717840603673710821376,");
        assertThat(Cli.onTerminal(80, "histogram", HUGE, "--by", "depth", "-f", "csv")
                        .out())
                .isEqualTo("depth,count\n20,4019988717840603673710821376\n");
        assertThat(Cli.onTerminal(80, "histogram", HUGE, "--by", "depth", "-f", "jsonl")
                        .out())
                .isEqualTo("{\"depth\":20,\"count\":4019988717840603673710821376}\n");
    }

    @Test
    void aFileIsNoTerminal() throws IOException {
        Path file = directory.resolve("rows.txt");
        Cli run = Cli.onTerminal(30, "histogram", "6*cn_k3,5_s1,2", "--by", "rf", "-o", file + "", "--color=always");
        assertThat(run).isEqualTo(new Cli(0, "", ""));
        assertThat(Files.readString(file)).startsWith(" rf  count\n").doesNotContain("\u001b", "█");
    }

    @Test
    void sweepSaysWhatItWroteToAFile() {
        String file = directory.resolve("rows.csv") + "";
        String[] line = {"sweep", "5*cn_k3,5_s1,2", "-w", "rf=20..30", "-o", file};
        String count =
                Cli.run("count", "5*cn_k3,5_s1,2", "-w", "rf=20..30").out().strip();
        assertThat(Cli.run(line).err()).matches("rfsweep: " + count + " of 1,024 written in \\d+\\.\\d+ s\n");
        String[] quiet = {"sweep", "5*cn_k3,5_s1,2", "-w", "rf=20..30", "-o", file, "-q"};
        assertThat(Cli.run(quiet).err()).isEmpty();
        assertThat(Cli.run("sweep", "5*cn_k3,5_s1,2", "-w", "rf=20..30").err()).isEmpty();
        assertThat(Cli.run("sweep", "5*cn_k3,5_s1,2", "-n", "7", "--ids", "100..200", "-o", file)
                        .err())
                .startsWith("rfsweep: 7 of 100 written in ");
    }

    @Test
    void idsBeyondTwoToThe53AreStringsInJson() {
        assertThat(Cli.run("sweep", HUGE, "-f", "jsonl", "-c", "id", "--ids", "9007199254740992..9007199254740994")
                        .out())
                .isEqualTo("{\"id\":9007199254740992}\n{\"id\":\"9007199254740993\"}\n");
        assertThat(Cli.run("show", HUGE, "9007199254740993", "--emit", "json").out())
                .startsWith("{\"id\":\"9007199254740993\",");
        assertThat(Cli.run("show", HUGE, "9007199254740992", "--emit", "json").out())
                .startsWith("{\"id\":9007199254740992,");
        String inLongs = "28*cn_k3,5_s1,2 cn_k1,3,5"; // ids fit into 63 bits, and so take the quick way
        assertThat(Cli.run("sweep", inLongs, "-f", "jsonl", "-c", "id", "--ids", "9007199254740992..9007199254740994")
                        .out())
                .isEqualTo("{\"id\":9007199254740992}\n{\"id\":\"9007199254740993\"}\n");
    }

    @Test
    void copiesAreCountedFromTheEndInWords() {
        String[] line = {"profile", "2..4*cn_k3,5", "-w", "rf=9"};
        assertThat(Cli.run(line).out())
                .contains("\n1.last-1 ", "\n1.last ", "2.last-1 is the copy before the last one of stage 2")
                .doesNotContain(".-");
        assertThat(Cli.run("profile", "3*cn_k3,5").out()).doesNotContain("last");
    }
}
