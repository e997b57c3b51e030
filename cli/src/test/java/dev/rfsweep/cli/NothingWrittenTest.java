package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question that is refused leaves nothing behind, no header either, whatever the format. */
class NothingWrittenTest {

    /** The parameters of the second layer do not fit 63 bits. */
    private static final String OVERFLOWING = "cn_k3_c2000000000 cn_k3,5_c2000000000";

    /** Nobody looks at all of these. */
    private static final String ENDLESS = "60*cn_k3,5,7_s1,2";

    private static final List<String> FORMATS = List.of("csv", "json", "jsonl", "table");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "sweep",
        "top --by params",
        "top --by params~9",
        "pareto --by params:min",
        "sample",
        "histogram --by params"
    })
    void whatOverflowsWritesNothing(String command) throws IOException {
        assertNothingWritten(command, OVERFLOWING, true);
    }

    @ParameterizedTest
    @CsvSource({
        "top --by rf --exhaustive",
        "top --by rf~9 --exhaustive",
        "pareto --by rf:min --exhaustive",
        "sample --exhaustive",
        "histogram --by rf --exhaustive",
        "choices --exhaustive"
    })
    void whatTakesTooLongWritesNothing(String command) throws IOException {
        assertNothingWritten(command, ENDLESS, true);
    }

    @ParameterizedTest
    @CsvSource({"sweep", "sweep -w rf=300.."})
    void aFileThatTakesTooLongIsNotBegun(String command) throws IOException {
        assertNothingWritten(command, ENDLESS, false);
    }

    private void assertNothingWritten(String command, String space, boolean alsoToScreen) throws IOException {
        for (String format : FORMATS) {
            List<String> args = new ArrayList<>(List.of(command.split(" ")));
            args.add(1, space);
            args.addAll(List.of("-f", format));
            if (alsoToScreen) {
                assertRefused(args);
            }
            args.addAll(List.of("-o", directory.resolve("rows." + format).toString()));
            assertRefused(args);
            try (Stream<Path> left = Files.list(directory)) {
                assertThat(left).as("%s", args).isEmpty();
            }
        }
    }

    private static void assertRefused(List<String> args) {
        Cli run = Cli.run(args.toArray(String[]::new));
        assertThat(run.code()).as("%s: %s", args, run.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.out()).as("%s", args).isEmpty();
        assertThat(run.err()).startsWith("rfsweep: ");
    }
}
