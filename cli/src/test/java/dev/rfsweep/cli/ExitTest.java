package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.cli.terminal.Stop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs end: codes, messages, and what is left on the disk. */
class ExitTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conut x | Did you mean: rfsweep completion or rfsweep count?",
                "sweep cn_k3 --colums=id | Possible solutions: --color, --columns",
                "count | Missing required parameter: 'SPACE'",
                "count nope.yaml | no such file: nope.yaml",
                "count . | . is a directory",
                "count cn_kk3 | <space>:1:",
                "count cn_k3 -w rg=3 | did you mean 'rf'?",
                "count cn_k3 -w params=3 | params",
                "count cn_k3 --ids 3..9 | expected A..B with A <= B <= 1",
                "count cn_k3 --ids 3 | expected A..B, the ids A to B-1",
                "count cn_k3 --shard 2/2 | expected i/n with i from 0 to n-1",
                "count cn_k3 --threads 0 | expected 1..1024",
                "count cn_k3 --threads 1025 | expected 1..1024",
                "count cn_k3 --color sometimes | expected one of auto, always, never",
                "sweep cn_k3 -f parquet | expected csv, json, jsonl or table",
                "sweep cn_k3 -o x.parquet | expected --format csv, json, jsonl or table",
                "sweep cn_k3 -c id,id | 'id' is there twice",
                "sweep cn_k3 -c foo | --columns:1:1: found 'foo', expected one of id, arch, rf, stride, pad, erf, depth",
                "sweep cn_k3 -c rf, | --columns:1:4: found nothing, expected one of id, arch, rf, stride",
                "sweep cn_k3 -c arhc | --columns:1:1: found 'arhc', expected one of id, arch, rf, stride, pad, erf, depth, lookahead;"
                        + " did you mean 'arch'?",
                "sweep cn_k3 -c idd | --columns:1:1: found 'idd'",
                "sweep cn_k3 -c id,rf,idd | --columns:1:7: found 'idd'",
                "sweep cn_k3 --limit -1 | expected at least 0",
                "sweep cn_k3 --limit x | found 'x', expected an integer",
                "sweep cn_k3 --limit ٣ | found '٣', expected an integer",
                "sweep cn_k3 --offset x | found 'x', expected an integer",
                "count cn_k3 -j 99999999999 | found '99999999999', expected a smaller integer",
                "analyze cn_k3 --size ٣ | --size:1:1: found '٣', expected an integer from 1 to",
                "analyze cn_k3 --svg net.png | --svg: found 'net.png', expected a name that ends in .svg",
                "histogram cn_k3 | Missing required option: '--by=M'",
                "histogram cn_k3 --by rf --bins 0 | expected 1..1000000",
                "histogram cn_k3 --by rf --bins 1000000000 | expected 1..1000000",
                "top cn_k3 --by rf~x | --by: found 'rf~x', expected M, M:min (or asc), M:max (or desc) or M~TARGET",
                "top cn_k3 --by rff | --by:1:1: found 'rff', expected one of rf, stride, pad, erf, depth, lookahead; did you mean 'rf'?",
                "top cn_k3 --by rf,erf | --by: found 'rf,erf', expected one metric; 'rfsweep pareto' takes several",
                "histogram cn_k3 --by rff | --by:1:1: found 'rff'",
                "pareto cn_k3 --by rf:desc,rff:asc | --by:1:9: found 'rff'",
                "pareto cn_k3 --by rf:least | --by: found 'rf:least', expected M, M:min (or asc)",
                "top cn_k3 --by rf -n 0 | expected 1..",
                "show cn_k3 1 | ID: found '1', expected 0..0",
                "show cn_k3 x | ID: found 'x', expected 0..0, or the arch of a variant in quotes; ARCH:1:1: found 'x'",
                "show cn_k3 cn_k5 | or the arch of a variant in quotes; no variant is this one",
                "show cn_k3 cn_k3,5 | expected one variant with every choice made, not 2",
                "show cn_k3 -1 | ID: found '-1', expected 0..0",
                "show cn_k3 0 --emmit arch | Possible solutions: --emit",
                "show cn_k3 0 0 --svg x.svg | --svg draws one network: found 2 variants",
                "show cn_k3 0 --emit arch --format json | --format and --emit ask for different forms",
                "show cn_k3 | Missing required parameter: 'ID|ARCH'",
                "show cn_k3 0 --emit torch | expected one of arch, timm, pytorch, keras, json",
                "show cn_k3 0 --emit pytorch | a network without channels cannot be written as code",
                "show cn_k3 0 --emit keras | a network without channels cannot be written as code",
                "show bb_c8 0 --emit timm | timm cannot express bb_c8",
                "count net.onnx | 'rfsweep analyze' reads ONNX files",
                "count net.pth | net.pth is one network, not a space; 'rfsweep analyze' tells how to convert it",
                "analyze net.pth | net.pth is PyTorch's own file, which only PyTorch can read; in Python write it as ONNX:"
                        + " torch.onnx.export(model, torch.zeros(1, 3, 224, 224), 'net.onnx')",
                "analyze weights/net.PT | torch.onnx.export(model, torch.zeros(1, 3, 224, 224), 'net.onnx')",
                "analyze net.h5 | net.h5 is Keras's own file, which only Keras can read; in Python write it as ONNX:"
                        + " keras.saving.load_model('net.h5').export('net.onnx', format='onnx')",
                "analyze net.keras | keras.saving.load_model('net.keras').export('net.onnx', format='onnx')",
                "analyze | Missing required parameter: 'MODEL'",
                "analyze nope.onnx | no such file: nope.onnx",
                "analyze nope.yaml | no such file: nope.yaml",
                "analyze cn_kk3 | <space>:1:",
                "analyze cn_k3,5 | found 2 variants, expected one network",
                "analyze cn_k3 cn_k5 -f json | --format json: found 2 models, expected one",
                "analyze cn_k3 -f csv | expected one of table, json, jsonl",
                "analyze cn_k3 -o x.csv | expected --format table, json or jsonl",
                "analyze cn_k3 --gates open | expected one of ignore, follow",
                "analyze cn_k3 --size 0 | --size:1:1: found '0', expected an integer from 1 to 1073741824",
                "analyze cn_k3 --size 3,4 | expected one size; axes are joined by x, such as 3x4, and a choice of sizes is not"
                        + " supported yet",
                "count cn_k3 --size 160,192 | a choice of sizes is not supported yet",
                "count cn_k3 --size 1x2x3x4 | expected a size for 1 to 3 axes, such as 224 or 224x160",
                "count cn_k3 --size 3x | --size:1:3: found nothing, expected an integer",
                "count cn_k3 --channels 0 | --channels:1:1: found '0', expected an integer from 1 to 16777216",
                "count cn_k3_c8 -w out=3 | out needs the size of the input: give input.size in a file, or --size",
                "count cn_k3 -w macs=3 | macs needs a c somewhere, such as cn_k3_c64 (channels of the input are not enough), and the size of the input: give input.size in a file, or --size",
                "analyze cn_k3_s2_padsame_upper | which is unknown: give the size of the network's input (--size)",
                "analyze cn_k3_padvalid --size 2 | node 'conv1' (Conv) would have 0 outputs along h",
                "analyze cn_k3_padsame_upper | give the size of the network's input",
                "analyze cn_k3 --unit 1,1 | give the size of the network's input",
                "analyze cn_k3 --unit 1 --size 9 | a unit of this network has 2 coordinates, found 1",
                "analyze cn_k3 --unit 1,9 --size 9 | unit 9 along w is outside conv1, which has units 0 to 8",
                "analyze cn_k3 --unit 1,-1 --size 9 | --unit: found '1,-1', expected integers from 0",
                "analyze cn_k3 --unit 1,x --size 9 | --unit: found '1,x', expected integers from 0",
                "analyze cn_k3 cn_k3 --unit 1,1 | --unit: found 2 models, expected one",
                "analyze cn_k3 --unit 1,1 -f table | --unit prints JSON",
                "analyze cn_k3 --unit 1,1 --at konv1 | expected a tensor of cn_k3; did you mean 'conv1'?",
                "analyze cn_k3 --at conv1 | expected --unit with it",
                "analyze cn_k3 --assume Foo=identity | --assume is for ONNX files: found cn_k3",
                "analyze cn_k3 --input x | --input is for ONNX files: found cn_k3",
                "analyze x.onnx --layout nhwc | expected one of auto, channels_first, channels_last",
                "profile cn_k3 -f csv | expected one of text, json",
                "count 20*cn_k1,3,5,7_s1,2_dil1,2,4 --exhaustive | years"
            })
    void badInputEndsWith2AndSaysWhy(String command, String why) {
        Cli run = Cli.run(command.split(" "));
        assertThat(run.err()).startsWith("rfsweep: ").contains(why).doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class})
    void errorsOfTheMachineAreOneMessage(Class<? extends Error> kind) throws ReflectiveOperationException {
        Error error = kind.getConstructor().newInstance();
        OutputStream fails = new OutputStream() {
            @Override
            public void write(int value) {
                throw error;
            }
        };
        for (String command : new String[] {"sweep cn_k3", "analyze cn_k3", "count cn_k3"}) {
            Cli run = Cli.to(fails, "", new Stop(), command.split(" "));
            assertThat(run.code()).isEqualTo(Exit.FAILED);
            assertThat(run.err()).hasLineCount(1).startsWith("rfsweep: ").contains("RFSWEEP_JAVA_OPTS=-X");
            assertThat(run.err()).doesNotContain("java.", "Error");
        }
        assertThat(Failure.message(new IllegalStateException("in a thread", error)))
                .doesNotContain("java.", "Error");
    }

    @Test
    void argumentsAreNotReadFromFiles() throws IOException {
        Path file = Files.writeString(directory.resolve("arguments"), "cn_k3");
        Cli run = Cli.run("count", "@" + file);
        assertThat(run.err()).isEqualTo("rfsweep: no such file: @" + file + "\n");
        assertThat(run.code()).isEqualTo(Exit.BAD_INPUT);
    }

    @Test
    void messagesAreShortAndCannotAct() {
        String acting = "\u001b[31mred\u202e\n";
        for (String[] args : new String[][] {
            {"count", acting + ".yaml"},
            {"count", "cn_k3", acting},
            {"sweep", "cn_k3", "-o", acting + "/x.csv"},
            {"count", acting.repeat(1000) + "/x"},
            {"count", "cn_k3", "-w", acting.repeat(1000)},
            {"count", "cn_k3", "x".repeat(100_000)},
            {"sweep", "cn_k3", "-c", "rf," + acting},
            {"analyze", acting + ".onnx"},
        }) {
            Cli run = Cli.run(args);
            assertThat(run.code()).isNotZero();
            assertThat(run.err()).doesNotContain("\u001b", "\u202e");
            assertThat(run.err().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(310));
        }
    }

    @Test
    void namesInFilesCannotActEither() throws IOException {
        Path known = Path.of("..", "core", "src", "test", "resources", "cases", "onnx", "resnet18.onnx");
        String model = Files.readString(known, StandardCharsets.ISO_8859_1);
        String acting = model.replace(
                "/m/conv1/Conv", "/\u001b[31mx1/Conv"); // of equal length, as its length is written before
        assertThat(acting).isNotEqualTo(model);
        Path file = Files.writeString(directory.resolve("net.onnx"), acting, StandardCharsets.ISO_8859_1);
        Cli run = Cli.run("analyze", "" + file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("/\\u001b[31mx1/Conv").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({"count", "sweep", "profile", "histogram --by rf", "top --by rf"})
    void emptyEndsWith3OnlyWhenAsked(String command) {
        String[] words = (command + " cn_k3 -w rf=9").split(" ");
        assertThat(Cli.run(words).code()).isEqualTo(Exit.OK);
        String[] strict = (command + " cn_k3 -w rf=9 --fail-if-empty").split(" ");
        assertThat(Cli.run(strict).code()).isEqualTo(Exit.EMPTY);
    }

    @Test
    void anEarlyStopEndsWith4AndSaysWhereToResume() throws IOException {
        Stop stop = new Stop();
        stop.request();
        Path file = directory.resolve("rows.csv");
        Cli run = Cli.to(OutputStream.nullOutputStream(), "", stop, "sweep", "3*cn_k3,5", "-c", "id", "-o", "" + file);
        assertThat(run.code()).isEqualTo(Exit.STOPPED);
        assertThat(run.err()).isEqualTo("rfsweep: stopped after 0 rows; resume with --ids 0..8\n");
        assertThat(file).hasContent("id\n");
    }

    @Test
    void anAnswerThatIsNotResumableEndsWith130() {
        Stop stop = new Stop();
        stop.request();
        for (String command : new String[] {"count", "choices"}) {
            String[] args = {command, "9*cn_k3,5,7_s1,2", "-w", "rf=100..200", "--exhaustive"};
            Cli run = Cli.to(OutputStream.nullOutputStream(), "", stop, args);
            assertThat(run.code()).isEqualTo(Exit.INTERRUPTED);
            assertThat(run.err()).isEqualTo("rfsweep: stopped before the answer was complete\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, 0, ''", "No space left on device, 5, could not write standard output"})
    void aClosedPipeIsQuietAndAFullDiskIsNot(String problem, int code, String told) {
        for (String command :
                new String[] {"sweep cn_k3", "count cn_k3", "show cn_k3 0", "analyze cn_k3", "sweep --help"}) {
            Cli run = Cli.to(failing(problem), "", new Stop(), command.split(" "));
            assertThat(run.code()).as(command).isEqualTo(code);
            assertThat(run.err()).contains(told).matches(err -> err.isEmpty() == told.isEmpty());
        }
    }

    @Test
    void nothingIsWrittenWhereTheAnswerIsRefused() {
        String endless = "20*cn_k1,3,5,7_s1,2_dil1,2,4";
        for (String command : new String[] {
            "histogram --by rf",
            "top --by rf",
            "pareto --by rf",
            "sample",
            "choices -f json",
            "count",
            "top --by rf -f json"
        }) {
            String[] words = (command + " " + endless + " --exhaustive").split(" ");
            assertThat(Cli.run(words))
                    .as(command)
                    .matches(run -> run.code() == Exit.BAD_INPUT && run.out().isEmpty());
        }
    }

    @Test
    void badDirectoriesEndWith5BeforeTheWork() {
        Cli run = Cli.run("sweep", "9*cn_k3,5,7_s1,2_dil1,2", "-o", directory.resolve("no/rows.csv") + "");
        assertThat(run.code()).isEqualTo(Exit.NOT_WRITTEN);
        assertThat(run.err()).endsWith("no such directory\n");
        assertThat(Cli.run("sweep", "cn_k3", "-f", "csv", "-o", directory + "").code())
                .isEqualTo(Exit.NOT_WRITTEN);
    }

    @Test
    void filesTakeTheirPlaceWholeAndByExtension() throws IOException {
        Path file = directory.resolve("rows.jsonl");
        Files.writeString(file, "old");
        Cli run = Cli.run("sweep", "cn_k3,5", "-c", "rf", "-o", file + "", "-q");
        assertThat(run).isEqualTo(new Cli(0, "", ""));
        assertThat(file).hasContent("{\"rf\":3}\n{\"rf\":5}\n");
        assertThat(left()).containsExactly("rows.jsonl");
    }

    @Test
    void failuresLeaveWhatWasThere() throws IOException {
        Path file = directory.resolve("rows.csv");
        Files.writeString(file, "old");
        String endless = "20*cn_k1,3,5,7_s1,2_dil1,2,4";
        assertThat(Cli.run("top", endless, "--by", "rf", "-o", file + "", "--exhaustive")
                        .code())
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(file).hasContent("old");
        assertThat(left()).containsExactly("rows.csv");
    }

    @Test
    void symbolicLinksStayLinks() throws IOException {
        Path target = Files.writeString(directory.resolve("target.csv"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), target);
        assertThat(Cli.run("sweep", "cn_k3", "-c", "rf", "-o", link + "").code())
                .isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).hasContent("rf\n3\n");
    }

    private String[] left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
        }
    }

    private static OutputStream failing(String problem) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(problem);
            }
        };
    }
}
