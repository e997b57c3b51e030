package dev.rfsweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What users of the library can get wrong: one type of exception, whose message says what was found. */
class MistakesTest {

    private static final SearchSpace SPACE = SearchSpace.of("3*cn_k3,5_s1,2");
    private static final SearchSpace HUGE = SearchSpace.of("20*cn_k1,3,5,7_s1,2_dil1,2,4");

    private static final Pattern OPTION = Pattern.compile("--[a-z]");

    /** Comments, characters, text blocks and strings, whichever begins first. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\n]*|'(?:\\\\.|[^'\\\\])+'" + "|\"{3}.*?\"{3}|\"(?:\\\\.|[^\"\\\\])*\"");

    static Stream<Arguments> mistakes() {
        Query all = SPACE.where();
        Map<String, ThrowingCallable> mistakes = new TreeMap<>();
        mistakes.put("found 'kk4'", () -> SearchSpace.of("cn_kk4"));
        mistakes.put("size:1:1: found 'big'", () -> SearchSpace.of("cn_k3", "big"));
        mistakes.put("fc over a map needs the size", () -> SearchSpace.of("cn_k3_c8 fc_c10"));
        mistakes.put("condition:1:1: found 'rff'", () -> SPACE.where("rff=3"));
        mistakes.put("condition:1:1: found 'out', but out needs the size", () -> SPACE.where("out=3"));
        mistakes.put("column:1:4: found 'rff', expected one of id, rf", () -> all.columns("rf", "rff"));
        mistakes.put("which is already there", () -> all.stream("rf", "rf"));
        mistakes.put("column:1:1: found 'arch'", () -> all.least("arch", 3));
        mistakes.put("number of variants: found -1", () -> all.greatest("rf", -1));
        mistakes.put("target: found '1.5', expected an integer", () -> all.nearest("rf", new BigDecimal("1.5"), 3));
        mistakes.put("objectives: found 'rf:most'", () -> all.pareto("rf:most"));
        mistakes.put("objectives: found ''", all::pareto);
        mistakes.put("'rf' is there twice", () -> all.pareto("rf", "rf"));
        mistakes.put("ids: found 5 to 1000", () -> all.ids(5, 1000));
        mistakes.put("ids: found 5 to 4", () -> all.ids(5, 4));
        mistakes.put("threads: found 0", () -> all.threads(0));
        mistakes.put("id: found 64", () -> SPACE.architecture(64));
        mistakes.put("id: found -1", () -> SPACE.architecture(-1));
        mistakes.put("no variant of the space", () -> SPACE.architecture("cn_k7"));
        mistakes.put(
                "variant 0 is invalid", () -> SearchSpace.of("cn_k9_pad0", "4").architecture(0));
        mistakes.put(
                "found 'params', expected a column", () -> SPACE.architecture(0).get("params"));
        mistakes.put("without channels", () -> SPACE.architecture(0).pytorch());
        mistakes.put(
                "rf does not fit 63 bits",
                () -> SearchSpace.of("cn_k3 70*cn_k9_s2").where("rf=3").count());
        mistakes.put(
                "one by one would take about",
                () -> HUGE.where("rf=9").exhaustive(true).count());
        return mistakes.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void everyMistakeIsToldInTheWordsOfTheLibrary(String part, ThrowingCallable mistake) {
        assertThatThrownBy(mistake)
                .isInstanceOf(RfsweepException.class)
                .hasMessageContaining(part)
                .message()
                .doesNotContain("--", "shell");
    }

    @Test
    void aFileThatIsNoModelIsOne(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("net.onnx"), "stages: [cn_k3]");
        assertThatThrownBy(() -> NetworkAnalysis.read(file))
                .isInstanceOf(RfsweepException.class)
                .hasMessageStartingWith(file.toString());
    }

    /** What is missing is data of the exception; the command line adds the option that gives it. */
    @Test
    void noTextOfTheLibraryNamesAnOptionOfTheCommandLine() throws IOException {
        assertThat(
                        literals(
                                "/* \"--comment\" */ x(\"a\", \"give \\\"it\\\" --size\"); // \"--line\"\n'\"' \"\"\"\n--block\"\"\""))
                .containsExactly("\"a\"", "\"give \\\"it\\\" --size\"", "\"\"\"\n--block\"\"\"");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                literals(Files.readString(file)).stream()
                        .filter(literal -> OPTION.matcher(literal).find())
                        .forEach(literal -> found.add(file.getFileName() + ": " + literal));
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> literals(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(token -> token.startsWith("\""))
                .toList();
    }

    @Test
    void everyExceptionOfTheLibraryIsOne() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areAssignableTo(Exception.class)
                .should()
                .beAssignableTo(RfsweepException.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.rfsweep"));
    }
}
