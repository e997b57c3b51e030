package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rfsweep.internal.notation.source.SourceText;
import dev.rfsweep.internal.notation.source.SpecException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to be wrong gets one message: where, what was found, what was expected. */
class BadInputTest {

    @TempDir
    private Path directory;

    /** Pairs of lines: how to read it and the input, then the message, indented. */
    static List<Arguments> table() throws IOException {
        List<Arguments> table = new ArrayList<>();
        try (InputStream in = BadInputTest.class.getResourceAsStream("/spec/bad-inputs.txt")) {
            String input = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("    ")) {
                    table.add(Arguments.of(input, line.substring(4)));
                } else if (!line.startsWith("#")) {
                    input = line;
                }
            }
        }
        return table;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void isRefusedWithThisMessage(String input, String message) {
        int space = input.indexOf(' ');
        String text = input.substring(space + 1)
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\0", "\0")
                .replace("\\B", "\uFEFF");
        assertThatThrownBy(() -> read(input.substring(0, space), text))
                .isInstanceOf(SpecException.class)
                .hasMessage(message);
    }

    @Test
    void theTableIsLargeAndKnowsItsPositions() throws IOException {
        assertThat(table()).hasSizeGreaterThan(150);
        SpecException refusal =
                catchThrowableOfType(SpecException.class, () -> read("yaml", "stages:\n  - cn_k3\n  - cn_q3\n"));
        assertThat(List.of(refusal.source(), refusal.line(), refusal.column())).isEqualTo(List.of("s.yaml", 3, 8));
    }

    /** Each of these would fill the stack, the memory or the evening. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{stages: ",
                "- ",
                "stages: [{repeat: 2, of: ",
                "{any: [",
                "? ",
            })
    void deepNestingIsRefused(String opening) {
        assertThatThrownBy(() -> read("yaml", opening.repeat(100_000))).isInstanceOf(SpecException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cn_k1..1000_s1..1000_r10000",
                "cn_k1..1000_s1..1000 cn_k1..1000_s1..1000",
                "1..9999*ir_r10000_k3_each",
            })
    void tooManyJointChoicesAreRefused(String line) {
        assertThatThrownBy(() -> SpecParser.line(line))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("more than 1048576 joint choices or copies");
    }

    @Test
    void repeatsOfRepeatsAreCountedBeforeTheyAreBuilt() {
        String doubled = "stages: [" + "{repeat: 2, of: ".repeat(30) + "cn_k3" + "}".repeat(30) + "]";
        assertThatThrownBy(() -> read("yaml", doubled)).hasMessageContaining("joint choices or copies");
        String nothing = "stages: [" + "{repeat: 10000, each: true, of: ".repeat(30) + "id" + "}".repeat(30) + "]";
        assertThat(read("yaml", nothing).space().variants()).isOne();
    }

    @Test
    void aTextOfMoreThanTwoMebibytesIsRefused() {
        assertThatThrownBy(() -> SpecParser.line("x".repeat(SourceText.MOST_BYTES + 1)))
                .hasMessage("<space>:1:1: found a text of more than 2 MiB, expected the description of a space");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWhereItStops() throws IOException {
        Path file = directory.resolve("latin.yaml");
        Files.write(file, "name: x\nstages: [caf\u00e9]\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SpecParser.file(file))
                .isInstanceOf(SpecException.class)
                .hasMessage(file + ":2:13: found bytes that are not UTF-8, expected text in UTF-8");
    }

    private static Spec read(String how, String text) {
        return how.equals("line") ? SpecParser.line(text) : SpecParser.text("s." + how, text, how.equals("json"));
    }
}
