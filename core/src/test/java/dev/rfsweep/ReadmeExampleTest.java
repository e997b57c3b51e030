package dev.rfsweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example in the README is a class that compiles, and prints what the README says. */
class ReadmeExampleTest {

    @Test
    void theReadmeShowsTheExampleAndWhatItPrints() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String source = Files.readString(Path.of("src", "test", "java", "dev", "rfsweep", "ReadmeExample.java"));
        String behindThePackage = source.substring(source.indexOf("import "));
        assertThat(readme)
                .contains("```java\n" + behindThePackage + "```\n")
                .contains("```text\n" + printed() + "```\n");
    }

    private static String printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            ReadmeExample.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
