package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The introduction says what rfsweep says: the numbers in every table of networks, what its commands print, and its pictures
 * byte for byte.
 */
class ReceptiveFieldsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\| network \\|.*\n\\|[-|]+\n((?:\\|.*\n)+)");
    private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n\\$ rfsweep (.*?)\n(.*?)```");
    private static final Pattern DRAWN = Pattern.compile("```sh\nrfsweep (.* )--svg docs/pictures/(\\S+)\n```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");
    private static final Pattern LOCAL = Pattern.compile("\\{\"name\":[^{}]*\"global\":false");

    @TempDir
    private Path directory;

    static Stream<Arguments> numbers() {
        return TABLE.matcher(text()).results().flatMap(table -> {
            List<String> labels = cells(table.group());
            return table.group(1).lines().map(row -> Arguments.of(cells(row).get(0), labels, cells(row)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void everyNumberIsWhatAnalyzePrints(String network, List<String> labels, List<String> cells) {
        String json =
                Cli.run("analyze", network.replace("`", ""), "--format", "json").out();
        String layer = LOCAL.matcher(json).results().map(MatchResult::group).reduce("", (one, next) -> next);
        for (int i = 1; i < cells.size(); i++) {
            Matcher value =
                    Pattern.compile("\"" + labels.get(i) + "\":\\[([-.0-9]+)").matcher(layer);
            assertThat(value.find()).as(labels.get(i) + " in " + layer).isTrue();
            BigDecimal said = new BigDecimal(cells.get(i));
            assertThat(new BigDecimal(value.group(1)).setScale(said.scale(), RoundingMode.HALF_UP))
                    .as(labels.get(i))
                    .isEqualTo(said);
        }
    }

    @Test
    void thereAreTables() {
        assertThat(numbers()).hasSizeGreaterThan(20);
    }

    static Stream<Arguments> commands() {
        return CONSOLE.matcher(text()).results().map(block -> Arguments.of(block.group(1), block.group(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void commandsPrintWhatIsShown(String command, String output) {
        assertThat(Cli.run(words(command)).out()).isEqualTo(output);
    }

    static Stream<Arguments> pictures() {
        return DRAWN.matcher(text()).results().map(block -> Arguments.of(block.group(2), block.group(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void picturesAreDrawnByTheCommandBelowThem(String name, String command) throws IOException {
        Path file = directory.resolve(name);
        Cli run = Cli.run(words(command + "--svg " + file));
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
        assertThat(file).hasSameTextualContentAs(DOCS.resolve("pictures").resolve(name));
        assertThat(text()).contains("](pictures/" + name + ")");
    }

    @Test
    void everyPictureHasItsCommand() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("pictures"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            pictures().map(picture -> (String) picture.get()[0]).toList());
        }
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group() : word.group(1)));
        return words.toArray(String[]::new);
    }

    /** The cells of the first line of {@code table}. */
    private static List<String> cells(String table) {
        String line = table.lines().findFirst().orElseThrow();
        return Stream.of(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static String text() {
        try {
            return Files.readString(DOCS.resolve("receptive-fields.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
