package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples in the README are classes of a user's package that compile, and print what the README says. */
class ReadmeExampleTest {

    private static final String FILE = "src/test/resources/cases/onnx_spec/chain-025.onnx";

    /** A program whose output is looked at. */
    private interface Program {
        void run() throws IOException;
    }

    @Test
    void theReadmeShowsTheExampleAndWhatItPrints() throws IOException {
        assertThat(readme())
                .contains("```java\n" + source("ReadmeExample") + "```\n")
                .contains("```text\n" + printed(() -> ReadmeExample.main(new String[0])) + "```\n");
    }

    @Test
    void theReadmeShowsTheAnalysisOfAFileAndWhatItPrints() throws IOException {
        assertThat(readme())
                .contains("```java\n" + source("ReadmeAnalysis") + "```\n")
                .contains("```text\n" + printed(() -> ReadmeAnalysis.main(new String[] {FILE})) + "```\n");
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    /** What stands behind the package. */
    private static String source(String name) throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "example", name + ".java"));
        return source.substring(source.indexOf("import "));
    }

    private static String printed(Program program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
