package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code analyze} prints. */
class AnalyzeTest {

    private static final Path CASES = Path.of("..", "core", "src", "test", "resources", "cases");

    @TempDir
    private Path directory;

    @Test
    void aChainIsARowALayer() {
        assertThat(Cli.run("analyze", "cn_k7_s2 mp_k3_s2 2*cn_k3")).isEqualTo(new Cli(0, """
                model  cn_k7_s2 mp_k3_s2 2*cn_k3
                input  x, of unknown size (h x w)

                layer  op       rf  stride  start    erf
                conv1  Conv      7       2     -3   4.00
                pool2  MaxPool  11       4     -5   5.16
                conv3  Conv     19       4     -9   8.33
                conv4  Conv     27       4    -13  10.58

                Useful input sizes: 20..27. In smaller ones a layer is unproductive, in larger ones no unit sees everything.
                """, ""));
    }

    @Test
    void axesThatDifferHolesSizesAndGatesShow() {
        assertThat(Cli.run("analyze", "cn_k3x1_s2_c8 cn_k3_dil4_c8 ir_k3_se0.5_c8 gp", "--size", "16x9")
                        .out())
                .isEqualTo("""
                model  cn_k3x1_s2_c8 cn_k3_dil4_c8 ir_k3_se0.5_c8 gp
                input  x, 16 x 9 (h x w)

                layer                 op                 out      rf  stride    start  coverage          erf  notes
                conv1                 Conv               8x5     3x1       2     -1x0       3x1    1.63x0.00  [1]
                conv2                 Conv               8x5   19x17       2    -9x-8       9x3  13.17x13.06  [2] [3]
                block3.conv1          Conv               8x5   23x21       2  -11x-10      21x9  13.56x13.47  [4]
                block3.gate2.pool     GlobalAveragePool    1  global       -        -         -            -  -
                block3.gate2.squeeze  Conv                 1  global       -        -         -            -  -
                block3.gate2.excite   Conv                 1  global       -        -         -            -  -
                block3.gate2.mul      Mul                8x5   23x21       2  -11x-10      21x9  13.56x13.47  [5]
                block3.conv3          Conv               8x5   23x21       2  -11x-10      21x9  13.56x13.47  -
                block3.add            Add                8x5   23x21       2  -11x-10      21x9  13.56x13.47  -
                gp4                   GlobalAveragePool    1  global       -        -         -            -  -

                [1] unread: 4 of the 9 units of 'x' along w are skipped between others that are read
                [2] gridding: along h a unit reads 9 of the 19 positions of its field
                [3] gridding: along w a unit reads 3 of the 17 positions of its field
                [4] unproductive: the field of its input already covers the whole image
                [5] left out: the branch 'block3.gate2.excite' into 'block3.gate2.mul', which is one value for the whole map (a gate)

                Useful input sizes: 20..23 along h, 18..21 along w. In smaller ones a layer is unproductive, in larger ones no unit sees everything.
                """);
    }

    @Test
    void theObjectHasExactlyTheseKeys() {
        assertThat(Cli.run("analyze", "cn_k3x5_s2 gp", "--size", "9x8", "--format", "json"))
                .isEqualTo(new Cli(
                        0,
                        "{\"model\":\"cn_k3x5_s2 gp\",\"axes\":[\"h\",\"w\"],\"input\":{\"name\":\"x\",\"size\":[9,8]},"
                                + "\"layers\":[{\"name\":\"conv1\",\"op\":\"Conv\",\"tensor\":\"conv1\",\"out\":[5,4],"
                                + "\"rf\":[3,5],\"rf_min\":[3,5],\"stride\":[2,2],\"stride_den\":[1,1],\"start\":[-1,-2],"
                                + "\"coverage\":[3,5],\"erf\":[1.633,2.8284],\"global\":false,\"notes\":[]},"
                                + "{\"name\":\"gp2\",\"op\":\"GlobalAveragePool\",\"tensor\":\"gp2\",\"out\":[1,1],"
                                + "\"rf\":null,\"rf_min\":null,\"stride\":null,\"stride_den\":null,\"start\":null,"
                                + "\"coverage\":null,\"erf\":null,\"global\":true,\"notes\":[]}]}\n",
                        ""));
    }

    @Test
    void oneAxisIsCalledWAndThreeDhw() {
        assertThat(Cli.fed("{rank: 1, stages: [cn_k3]}", "analyze", "-", "-f", "json")
                        .out())
                .startsWith("{\"model\":\"-\",\"axes\":[\"w\"],\"input\":{\"name\":\"x\",\"size\":[null]},")
                .contains("\"out\":[null],\"rf\":[3],");
        assertThat(Cli.fed("{rank: 3, stages: [cn_k3]}", "analyze", "-", "-f", "json")
                        .out())
                .contains("\"axes\":[\"d\",\"h\",\"w\"]");
    }

    @Test
    void gatesAreFollowedWhenAsked() {
        String[] gated = {"analyze", "ir_k3_se0.5_c3", "-f", "json"};
        assertThat(Cli.run(gated).out())
                .contains("\"op\":\"Mul\"")
                .contains("\"global\":false,\"notes\":[\"left out: the branch 'block1.gate2.excite'");
        assertThat(Cli.run("analyze", "ir_k3_se0.5_c3", "-f", "json", "--gates", "follow")
                        .out())
                .endsWith("\"erf\":null,\"global\":true,\"notes\":[]}]}\n");
    }

    @Test
    void whereNoSizeSuitsThatIsSaid() {
        assertThat(Cli.run("analyze", onnx("unet-04")).out())
                .endsWith(
                        "\nUseful input sizes: none. In every one a layer is unproductive or no unit sees everything.\n");
        assertThat(Cli.run("analyze", onnx("deconv-07")).out())
                .contains("\nUseful input sizes: 5..5 along h, none along w. ");
    }

    @Test
    void phasesAreARangeAndAFraction() {
        Cli table = Cli.run("analyze", onnx("unet-01"));
        assertThat(table.out()).contains("n21    ConvTranspose 2   72  52..56       1    -26  17.07\n");
        Cli line = Cli.run("analyze", onnx("unet-01"), "-f", "json");
        assertThat(line.out()).contains("\"tensor\":\"n21\",\"out\":[72],\"rf\":[56],\"rf_min\":[52],\"stride\":[1],");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,4 | [0,4] | [0,5] | [3,11] | [2,3]",
                "3,0 | [3,0] | [3,0] | [9,3] | [3,2]",
                "9,9 | [9,9] | [15,15] | [18,18] | [2,2]"
            })
    void aUnitIsClippedAndHolesCount(String unit, String index, String lo, String hi, String count) {
        Cli run = Cli.run("analyze", "cn_k3_s2_dil3", "--size", "20", "--unit", unit);
        assertThat(run)
                .isEqualTo(new Cli(
                        0,
                        "{\"unit\":" + index + ",\"lo\":" + lo + ",\"hi\":" + hi + ",\"count\":" + count + "}\n",
                        ""));
    }

    @Test
    void aUnitThatSeesNothingIsNull() {
        assertThat(Cli.fed(
                                "{input: {size: [4]}, stages: [cn_k1_pad3]}",
                                "analyze",
                                "-",
                                "--unit",
                                "0",
                                "--unit",
                                "3",
                                "--at",
                                "conv1")
                        .out())
                .isEqualTo("""
                        {"unit":[0],"lo":[null],"hi":[null],"count":[0]}
                        {"unit":[3],"lo":[0],"hi":[0],"count":[1]}
                        """);
    }

    @Test
    void severalModelsAreALineEachAndFailuresAreData() throws IOException {
        Path broken = directory.resolve("broken.onnx");
        Files.write(broken, new byte[] {1, 2, 3});
        Cli run = Cli.run("analyze", "cn_k3", "cn_k3,5", broken + "", onnx("chain-001"), "-f", "jsonl");
        assertThat(run.code()).isEqualTo(Exit.FAILED);
        assertThat(run.err()).isEqualTo("rfsweep: 2 of 4 models failed\n");
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out().lines().toList().get(1))
                .startsWith("{\"model\":\"cn_k3,5\",\"error\":\"cn_k3,5: found 2 variants, expected one network;");
        assertThat(run.out().lines().toList().get(2))
                .startsWith("{\"model\":\"" + broken + "\",\"error\":\"" + broken + ": ");
        assertThat(run.out().lines().toList().get(3)).contains("\"tensor\":\"n6\"");
    }

    @Test
    void severalTablesStandBelowEachOther() {
        Cli run = Cli.run("analyze", "cn_k3", "cn_kk", "cn_k5");
        assertThat(run.code()).isEqualTo(Exit.FAILED);
        assertThat(run.out()).contains("everything.\n\nmodel  cn_k5\n");
        assertThat(run.err()).contains("<space>:1:").endsWith("rfsweep: 1 of 3 models failed\n");
    }

    @Test
    void theExtensionDecidesAndAFailureLeavesTheFile() throws IOException {
        Path file = directory.resolve("net.json");
        assertThat(Cli.run("analyze", "cn_k3", "-o", file + "")).isEqualTo(new Cli(0, "", ""));
        assertThat(Files.readString(file)).startsWith("{\"model\":\"cn_k3\"").endsWith("]}\n");
        assertThat(Cli.run("analyze", "cn_kk", "-o", file + "").code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(Files.readString(file)).startsWith("{\"model\":\"cn_k3\"");
    }

    @Test
    void operatorsThatChangeNothingAreLeftOutUnlessAskedFor() {
        String left = "\n10 operators that change neither size nor field are left out; --all shows them.\n";
        assertThat(Cli.run("analyze", onnx("unet-01")).out()).contains(left).doesNotContain("Relu");
        assertThat(Cli.run("analyze", onnx("unet-01"), "--all").out())
                .contains("n2     Relu 1                 72       3       1     -1   1.63\n")
                .doesNotContain("left out");
    }

    /** Exporters leave names out: {@code n19} says nothing, so the eighth convolution is called so everywhere. */
    @Test
    void aLayerWithoutANameIsCalledAsInPictures() throws IOException {
        Path picture = directory.resolve("net.svg");
        String table =
                Cli.run("analyze", onnx("unet-01"), "--svg", picture + "").out();
        assertThat(table).contains("\nn19    Conv 8 ").contains("\nn27    Conv 11 ");
        assertThat(Files.readString(picture)).contains(">Conv 11<").doesNotContain(">n27<", ">Relu ");
        assertThat(Cli.run("analyze", onnx("unet-01"), "--unit", "30", "--at", "Conv 8"))
                .isEqualTo(Cli.run("analyze", onnx("unet-01"), "--unit", "30", "--at", "n19"));
    }

    @Test
    void anUnknownOperatorIsAnErrorUnlessAssumed() throws IOException {
        String file = unknownOperator().toString();
        Cli refused = Cli.run("analyze", file);
        assertThat(refused.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(refused.err())
                .startsWith("rfsweep: " + file + ": node 'n2' (Rexu)")
                .endsWith("(or Rexu for all of its kind): say --assume n2=identity or --assume n2=global\n");
        String known = Cli.run("analyze", onnx("unet-01"), "-f", "json").out();
        String assumed = Cli.run("analyze", file, "-f", "json", "--assume", "Rexu=identity")
                .out();
        assertThat(assumed.replace("Rexu", "Relu").replace(file, onnx("unet-01")))
                .isEqualTo(known);
        assertThat(Cli.run("analyze", file, "-f", "json", "--assume", "n2=global", "--assume", "Rexu=identity")
                        .out())
                .contains("\"tensor\":\"n2\",\"out\":[72],\"rf\":null,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--assume Rexu | --assume: found 'Rexu', expected NAME=identity or NAME=global",
                "--assume Rexu=whole | --assume: found 'Rexu=whole', expected NAME=identity or NAME=global",
                "--assume A=global --assume A=global | with every name once",
                "--assume Rexu=global --assume Foo=global | found an assumption about 'Foo'",
                "--input y | expected 'y'",
                "--size 3x4 | found 2 sizes for input 'x'",
                "--assume Rexu=identity --unit 72 | unit 72 along w is outside n27, which has units 0 to 71"
            })
    void badOptionsForAFileSayWhy(String options, String why) throws IOException {
        Cli run = Cli.run(("analyze " + unknownOperator() + " " + options).split(" "));
        assertThat(run.err()).startsWith("rfsweep: ").contains(why);
        assertThat(run.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void oneSizeIsForEveryAxisOfAFile() {
        assertThat(Cli.run("analyze", onnx("unet-same-d4-2d"), "--size", "64", "-f", "json")
                        .out())
                .contains("\"size\":[64,64]");
    }

    /** A file whose activations are called by a name that no operator has. */
    private Path unknownOperator() throws IOException {
        String bytes = Files.readString(Path.of(onnx("unet-01")), StandardCharsets.ISO_8859_1);
        return Files.writeString(
                directory.resolve("odd.onnx"), bytes.replace("Relu", "Rexu"), StandardCharsets.ISO_8859_1);
    }

    private static String onnx(String id) {
        return CASES.resolve("onnx_spec").resolve(id + ".onnx").toString();
    }
}
