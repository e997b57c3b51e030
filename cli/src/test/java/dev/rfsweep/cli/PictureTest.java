package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --svg} of analyze and show. */
class PictureTest {

    private static final Path CASES = Path.of("..", "core", "src", "test", "resources", "cases");

    @TempDir
    private Path directory;

    @Test
    void analyzeDrawsBesideWhatItPrints() {
        Path file = directory.resolve("net.svg");
        Cli run = Cli.run("analyze", "3*cn_k3_dil2", "--svg", "" + file);
        assertThat(run).isEqualTo(Cli.run("analyze", "3*cn_k3_dil2"));
        assertThat(file).content().startsWith("<svg ").contains(">3*cn_k3_dil2<", "13 pixels, of which 7 are read");
    }

    @Test
    void onnxFilesAreDrawnToo() {
        Path file = directory.resolve("net.svg");
        Cli run = Cli.run("analyze", "" + CASES.resolve("onnx").resolve("resnet18.onnx"), "--svg", "" + file);
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
        assertThat(file).content().contains(">resnet18.onnx<", "field 435 px, stride 32", "unproductive");
    }

    @Test
    void showDrawsAVariant() {
        Path file = directory.resolve("net.svg");
        Cli run = Cli.run("show", "2*cn_k3,5", "3", "--svg", "" + file);
        assertThat(run).isEqualTo(Cli.run("show", "2*cn_k3,5", "3"));
        assertThat(file).content().contains(">2*cn_k5<", "9 pixels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze cn_k3 cn_k5 | --svg draws one network: found 2 models",
                "analyze cn_k3 --size 9 --unit 1,1 | --svg draws one network: found --unit, which asks for one unit",
                "analyze gp | nothing to draw: no layer sees less than the whole input",
                "analyze cn_kk3 | <space>:1:"
            })
    void whatCannotBeDrawnEndsWith2AndLeavesNothing(String command, String why) {
        Path file = directory.resolve("net.svg");
        Cli run = Cli.run((command + " --svg " + file).split(" ", -1));
        assertThat(run.err()).startsWith("rfsweep: ").contains(why).doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatCannotBeWrittenEndsWith5() {
        Path file = directory.resolve("none").resolve("net.svg");
        Cli run = Cli.run("analyze", "cn_k3", "--svg", "" + file);
        assertThat(run.err()).isEqualTo("rfsweep: could not write " + file + ": no such directory\n");
        assertThat(run.code()).isEqualTo(Exit.NOT_WRITTEN);
    }
}
