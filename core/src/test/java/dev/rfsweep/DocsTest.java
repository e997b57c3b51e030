package dev.rfsweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.space.BlockType;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.model.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents against the code: what they name exists, and what exists is named. */
class DocsTest {

    private static final Path ROOT = Path.of("..");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

    /** A class, perhaps with a member: {@code Lowering.fragment}. Names without a lower-case letter are something else. */
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w*[a-z]\\w*(\\.\\w+)*");

    /** In a diagram every word with a capital letter is a class. */
    private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*[a-z]\\w*");

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md"})
    void everyClassAndMemberThatIsNamedExists(String document) throws IOException {
        Map<String, String> sources = sources();
        List<String> names = names(read(document));
        assertThat(names).hasSizeGreaterThan(10);
        assertThat(names).allMatch(name -> exists(name, sources));
    }

    @Test
    void everyRoomHasARow() throws IOException {
        String map = read("ARCHITECTURE.md");
        Path door = Path.of("src", "main", "java", "dev", "rfsweep");
        try (Stream<Path> rooms = Files.list(door.resolve("internal"))) {
            assertThat(Stream.concat(Stream.of(door.resolve("model")), rooms))
                    .hasSizeGreaterThan(10)
                    .allMatch(room -> map.contains("\n| `" + room.getFileName() + "` |"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsExplained(Key key) throws IOException {
        assertThat(section("Keys")).contains("\n| `" + key.label() + "` |");
    }

    @ParameterizedTest
    @EnumSource
    void everyBlockIsExplainedWithItsKeys(BlockType type) throws IOException {
        String keys = Arrays.stream(Key.values())
                .filter(type::has)
                .map(Key::label)
                .collect(Collectors.joining(" ", " `", "` |"));
        assertThat(section("Blocks"))
                .contains("\n| `" + type.code() + "` |" + (keys.equals(" `` |") ? " none |" : keys));
    }

    @ParameterizedTest
    @MethodSource("dev.rfsweep.model.metric.Metric#all")
    void everyMetricIsExplained(Metric metric) throws IOException {
        assertThat(section("Metrics")).contains("\n| `" + metric.label() + "` |");
    }

    private static boolean exists(String name, Map<String, String> sources) {
        List<String> parts = List.of(name.split("\\.", -1));
        String source = sources.get(parts.get(0));
        return source != null
                && parts.stream().allMatch(part -> Pattern.compile("\\b" + part + "\\b")
                        .matcher(source)
                        .find());
    }

    private static List<String> names(String document) {
        Stream<String> inDiagrams = FENCE.matcher(document)
                .results()
                .filter(fence -> fence.group(1).equals("text"))
                .flatMap(fence -> WORD.matcher(fence.group(2)).results())
                .map(MatchResult::group);
        Stream<String> inText = INLINE.matcher(FENCE.matcher(document).replaceAll(""))
                .results()
                .map(code -> code.group(1))
                .filter(code -> NAME.matcher(code).matches());
        return Stream.concat(inDiagrams, inText).distinct().toList();
    }

    /** Source by the name of its class, from all modules. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("core", "cli", "bench")) {
            Path tree = ROOT.resolve(module).resolve("src");
            if (Files.isDirectory(tree)) {
                try (Stream<Path> files = Files.walk(tree)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file ->
                                    sources.put(file.getFileName().toString().replace(".java", ""), readString(file)));
                }
            }
        }
        return sources;
    }

    /** A section of the user's reference, from its heading to the next. */
    private static String section(String heading) throws IOException {
        String reference = read("docs/language.md");
        int start = reference.indexOf("\n## " + heading + "\n");
        assertThat(start).as("section " + heading).isNotNegative();
        int end = reference.indexOf("\n## ", start + 1);
        return reference.substring(start, end < 0 ? reference.length() : end);
    }

    private static String read(String document) throws IOException {
        return Files.readString(ROOT.resolve(document));
    }

    private static String readString(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
