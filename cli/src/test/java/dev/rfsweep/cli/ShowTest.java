package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code show} prints. */
class ShowTest {

    private static final String SMALL = "cn_k3,5_s1,2 mp_k2_s2";

    @Test
    void showTellsArchMetricsAndLayers() {
        assertThat(Cli.run("show", SMALL, "3").out())
                .startsWith("id         3\narch       cn_k5_s2 mp_k2_s2\nrf         7\nstride     4\n")
                .contains("max pool       2       2         1    -         -   7                 4");
        assertThat(Cli.run("show", SMALL, "3", "--emit", "arch").out()).isEqualTo("cn_k5_s2 mp_k2_s2\n");
        assertThat(Cli.run("show", SMALL, "3", "--emit", "json").out())
                .startsWith(
                        "{\"id\":3,\"arch\":\"cn_k5_s2 mp_k2_s2\",\"valid\":true,\"metrics\":{\"rf\":7,\"stride\":4,");
    }

    @Test
    void showTellsInvalidVariants() {
        String tiny = "{input: {size: 2}, stages: [cn_k5_padvalid]}";
        assertThat(Cli.fed(tiny, "show", "-", "0").out()).contains("invalid  the output of some layer");
        String late = "{input: {size: 5}, stages: [cn_k3_padvalid, cn_k5_padvalid, cn_k3]}";
        assertThat(Cli.fed(late, "show", "-", "0").out()).endsWith("""
                layer  op    kernel  stride  dilation  out  channels  rf  effective_stride
                conv1  conv       3       1         1    3         -   3                 1

                No more layers are shown: node 'conv2' (Conv) would have 0 outputs along h: its input of 3 is too small
                """);
    }

    @Test
    void showTellsEveryNodeOfABlock() {
        assertThat(Cli.run("show", "ir_k3_s2_e2_c8_se0.5 bb_c16 gp", "0").out()).endsWith("""
                layer                 op             kernel  stride  dilation  out  channels  rf  effective_stride
                block1.conv1          conv                1       1         1    -         6   1                 1
                block1.conv2          depthwise           3       2         1    -         6   3                 2
                block1.gate3.pool     gate pool           -       -         -    1         6   -                 -
                block1.gate3.squeeze  gate conv           1       1         1    1         2   -                 -
                block1.gate3.excite   gate conv           1       1         1    1         6   -                 -
                block1.gate3.mul      gate multiply       -       -         -    -         6   3                 2
                block1.conv4          conv                1       1         1    -         8   3                 2
                block2.conv1          conv                3       1         1    -        16   7                 2
                block2.conv2          conv                3       1         1    -        16  11                 2
                block2.projection     projection          1       1         1    -        16   3                 2
                block2.add            add                 -       -         -    -        16  11                 2
                gp3                   global pool         -       -         -    1        16   -                 -
                """);
    }

    /** A block that may be nothing has no layers, and a network that breaks inside a block is shown up to there. */
    @Test
    void layersAreCalledAfterTheirBlockInTheArch() {
        assertThat(Cli.run("show", "cn_k3 id 2*ds_k3 bb", "0").out().lines().filter(line -> line.contains(" 1 ")))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly(
                        "conv1",
                        "block2.conv1",
                        "block2.conv2",
                        "block3.conv1",
                        "block3.conv2",
                        "block4.conv1",
                        "block4.conv2");
        String late = "{input: {size: 5}, stages: [cn_k3_padvalid, ir_k5_e2_c3_padvalid_noskip]}";
        assertThat(Cli.fed(late, "show", "-", "0").out())
                .contains("\nblock2.conv1  conv ")
                .endsWith("node 'block2.conv2' (Conv) would have 0 outputs along h: its input of 3 is too small\n");
    }

    @Test
    void showEmitsOtherNotations() {
        String space = "cn_k3_c8,16";
        assertThat(Cli.run("show", space, "1", "--emit", "timm").out()).isEqualTo("[['cn_r1_k3_s1_c16']]\n");
        assertThat(Cli.run("show", space, "1", "--emit", "pytorch").out())
                .startsWith("# cn_k3_c16\nfrom torch import nn\n")
                .contains("class Variant1(nn.Sequential):");
        assertThat(Cli.run("show", space, "1", "--emit", "keras").out())
                .startsWith("# cn_k3_c16\nimport keras\n")
                .contains("name=\"Variant1\"");
    }

    @Test
    void showTakesSeveralVariantsByIdOrText() {
        assertThat(Cli.run("show", SMALL, "3", "cn_k3 mp_k2_s2", "1", "--emit", "arch")
                        .out())
                .isEqualTo("cn_k5_s2 mp_k2_s2\ncn_k3 mp_k2_s2\ncn_k3_s2 mp_k2_s2\n");
        String one = Cli.run("show", SMALL, "3").out();
        String other = Cli.run("show", SMALL, "0").out();
        assertThat(Cli.run("show", SMALL, "cn_s2_k5 mp_s2_k2", "0").out()).isEqualTo(one + "\n" + other);
    }

    @Test
    void asJsonOneVariantIsAnObjectAndSeveralAreAnArray() {
        String one = Cli.run("show", SMALL, "3", "--emit", "json").out();
        String other = Cli.run("show", SMALL, "0", "--format", "json").out();
        assertThat(Cli.run("show", SMALL, "3", "-f", "json").out()).isEqualTo(one);
        assertThat(Cli.run("show", SMALL, "3", "0", "--format", "json").out())
                .isEqualTo("[" + one.strip() + ",\n" + other.strip() + "]\n");
    }
}
