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
                layer              op             kernel  stride  dilation  out  channels  rf  effective_stride
                conv1              conv                1       1         1    -         6   1                 1
                conv2              depthwise           3       2         1    -         6   3                 2
                gate3.pool         gate pool           -       -         -    1         6   -                 -
                gate3.squeeze      gate conv           1       1         1    1         2   -                 -
                gate3.excite       gate conv           1       1         1    1         6   -                 -
                gate3.mul          gate multiply       -       -         -    -         6   3                 2
                conv4              conv                1       1         1    -         8   3                 2
                block5.conv1       conv                3       1         1    -        16   7                 2
                block5.conv2       conv                3       1         1    -        16  11                 2
                block5.projection  projection          1       1         1    -        16   3                 2
                block5.add         add                 -       -         -    -        16  11                 2
                gp6                global pool         -       -         -    1        16   -                 -
                """);
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
}
