package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is there before an output is written, and after. */
@DisabledOnOs(OS.WINDOWS)
class OverwriteTest {

    private static final String SPACE = "stages: [cn_k3]\n";

    @TempDir
    private Path directory;

    private Path space;

    @BeforeEach
    void write() throws IOException {
        space = Files.writeString(directory.resolve("g.yaml"), SPACE);
        Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("g.yaml"));
        Files.createLink(directory.resolve("hard.csv"), space);
        Files.createLink(directory.resolve("picture.svg"), space);
        Files.createDirectory(directory.resolve("sub"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep # -o #",
                "sweep # -o %/sub/../g.yaml",
                "sweep %/link.csv -o #",
                "sweep # -o %/link.csv",
                "sweep # -o %/hard.csv",
                "top # --by rf -o #",
                "sample # -o #",
                "pareto # --by rf:max -o #",
                "histogram # --by rf -o #",
                "choices # -o #",
                "analyze # -o #",
                "analyze cn_k5 # -o #",
                "analyze # --svg %/picture.svg",
                "show # 0 --svg %/picture.svg",
                "analyze cn_k3 -f table -o %/new.svg --svg %/sub/../new.svg"
            })
    void noOutputTakesThePlaceOfAnInput(String command) throws IOException {
        String[] before = left();
        String format = command.contains("svg") ? "" : " -f " + (command.startsWith("analyze") ? "jsonl" : "csv");
        String words = (command + format).replace("#", "" + space).replace("%", "" + directory);
        Cli run = Cli.run(words.split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.err()).contains("expected another file");
        assertThat(run.out()).isEmpty();
        assertThat(space).hasContent(SPACE);
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void modesAreKept() throws IOException {
        Path file = Files.writeString(directory.resolve("rows.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw---x"));
        assertThat(sweepTo(file).code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw---x");
        assertThat(file).hasContent("rf\n3\n");
    }

    @Test
    void danglingLinksAreFollowed() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("rows.csv"), Path.of("sub", "rows.csv"));
        assertThat(sweepTo(link).code()).isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(directory.resolve("sub/rows.csv")).hasContent("rf\n3\n");
    }

    @Test
    void circlesOfLinksAreToldOf() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("rows.csv"), Path.of("rows.csv"));
        Cli run = sweepTo(link);
        assertThat(run.code()).isEqualTo(Exit.NOT_WRITTEN);
        assertThat(run.err()).isEqualTo("rfsweep: could not write " + link + ": too many symbolic links\n");
    }

    @Test
    void namesMayBeAsLongAsTheSystemAllows() {
        assertThat(sweepTo(directory.resolve("x".repeat(251) + ".csv")).code()).isZero();
        Cli run = sweepTo(directory.resolve("x".repeat(252) + ".csv"));
        assertThat(run.code()).isEqualTo(Exit.NOT_WRITTEN);
        assertThat(run.err()).contains("too long");
    }

    private static Cli sweepTo(Path file) {
        return Cli.run("sweep", "cn_k3", "-c", "rf", "-o", "" + file);
    }

    private String[] left() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toString).sorted().toArray(String[]::new);
        }
    }
}
