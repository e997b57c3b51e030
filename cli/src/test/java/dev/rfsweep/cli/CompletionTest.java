package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script in a bash: what it offers for a line whose last word is being typed. */
class CompletionTest {

    @TempDir
    static Path directory;

    @BeforeAll
    static void someFiles() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Files.writeString(directory.resolve("space.yaml"), "");
        Files.writeString(directory.resolve("net one.onnx"), "");
        Files.writeString(
                directory.resolve("completion.sh"), Cli.run("completion").out());
    }

    /** Words as bash cuts them: also at = and at a colon. */
    private static List<String> offered(String... words) throws IOException {
        String line = "source ./completion.sh; COMP_WORDS=(rfsweep \"$@\"); COMP_CWORD=$#; _complete_rfsweep;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"";
        ProcessBuilder bash = new ProcessBuilder("/bin/bash", "--norc", "-uc", line, "bash");
        bash.command().addAll(Arrays.asList(words));
        Process process =
                bash.directory(directory.toFile()).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return out.lines().filter(each -> !each.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "his, histogram",
        "sweep --off, --offset",
        "sweep --format js, json jsonl",
        "sweep -f t, table",
        "sweep --format = cs, csv",
        "sweep --color a, auto always",
        "show x 1 --emit p, pytorch",
        "profile x --format j, json",
        "analyze x --gates f, follow",
        "analyze x --layout auto, auto",
        "top x --by st, stride",
        "histogram x --by e, erf",
        "top x --by rf : d, desc",
        "pareto x --by rf;m, rf;macs",
        "pareto x --by rf : min;pa, min;pad min;params",
        "sweep x --where st, stride=",
        "sweep x -w de, depth=",
        "sweep x --columns ar, arch",
        "sweep x --columns id;rf;er, id;rf;erf",
        "sweep x --columns = id;ar, id;arch",
        "sweep x --columns=id;ar, --columns=id;arch",
        "sweep --where rf = 2, ''",
        "sweep --where rf =, ''",
        "sweep --ids s, ''",
        "sweep sp, space.yaml",
        "sweep x -o sp, space.yaml",
        "analyze sp, space.yaml",
        "show sp, space.yaml"
    })
    void theWordThatIsTypedIsCompleted(String typed, String offered) throws IOException {
        String[] words = typed.replace(';', ',').split(" ", -1);
        String expected = offered.replace(';', ',');
        assertThat(offered(words)).containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void namesWithSpacesAreOneWord() throws IOException {
        assertThat(offered("analyze", "net")).containsExactly("net one.onnx");
    }

    @Test
    void valuesAreInLowerCaseAsTheProgramTakesThem() throws IOException {
        for (String option : List.of("--color", "--format")) {
            for (String value : offered("sweep", option, "")) {
                assertThat(Cli.run("sweep", "cn_k3", option, value).code()).isZero();
            }
        }
        for (String column : offered("sweep", "x", "--columns", "")) {
            assertThat(Cli.fed("{input: {size: 8}, stages: [cn_k3_c8]}", "sweep", "-", "-c", column)
                            .code())
                    .isZero();
        }
    }
}
