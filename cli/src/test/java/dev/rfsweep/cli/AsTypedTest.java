package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.rfsweep.cli.terminal.Exit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that people try, and the one meaning that they have everywhere. */
class AsTypedTest {

    @Test
    void paretoKnowsTheWordsOfTop() {
        String space = "3*cn_k3,5_s1,2";
        assertThat(Cli.run("pareto", space, "--by", "rf:desc,stride:asc"))
                .isEqualTo(Cli.run("pareto", space, "--by", "rf:max, stride:min"));
    }

    @Test
    void conditionsAreTypedAsPeopleTypeThem() {
        String space = "3*cn_k3,5_s1,2";
        assertThat(Cli.run("count", space, "-w", "stride=2,8").out()).isEqualTo("32\n");
        assertThat(Cli.run("count", space, "-w", "stride!=1,4").out()).isEqualTo("32\n");
        assertThat(Cli.run("count", space, "-w", "stride>1 and stride<=4 and stride!=4")
                        .out())
                .isEqualTo("24\n");
        assertThat(Cli.run("count", space, "-w", "rf>20 and rf<10")).isEqualTo(new Cli(0, "0\n", ""));
        assertThat(Cli.run("count", "cn_k3x1,5x5", "-w", "rf!=5").out()).isEqualTo("1\n");
        assertThat(Cli.run("count", "cn_k3x1,5x5", "-w", "rf!=1").out()).isEqualTo("1\n");
        assertThat(Cli.run("count", "cn_k3x1,5x5", "-w", "rf_w!=1").out()).isEqualTo("1\n");
    }

    @Test
    void sizeAndChannelsOfOneLineComeFromOptions() {
        assertThat(Cli.run("sweep", "cn_k3_s2_c8", "--size", "33x20", "--channels", "4", "-c", "out,params,macs")
                        .out())
                .isEqualTo("out_h,out_w,params,macs\n17,10,304,48960\n");
        String file = "{input: {size: 64, channels: 1}, stages: [cn_k3_s2_c8]}";
        for (String[] command : new String[][] {
            {"sweep"}, {"top", "--by", "rf"}, {"pareto", "--by", "rf"}, {"sample"},
        }) {
            List<String> args = new ArrayList<>(List.of(command));
            args.add(1, "-");
            args.addAll(List.of("--size", "32", "--channels", "2", "-c", "out,params"));
            assertThat(Cli.fed(file, args.toArray(String[]::new)).out())
                    .startsWith("out,params")
                    .contains("\n16,160");
        }
        assertThat(Cli.fed(file, "count", "-", "--size", "32", "-w", "out=16").out())
                .isEqualTo("1\n");
        assertThat(Cli.fed(file, "histogram", "-", "--size", "32", "--by", "out")
                        .out())
                .isEqualTo("out,count\n16,1\n");
        assertThat(Cli.fed(file, "choices", "-", "--size", "x").err()).startsWith("rfsweep: --size:1:1: found nothing");
        assertThat(Cli.fed(file, "show", "-", "0", "--size", "32").out()).contains("out        16\n");
        assertThat(Cli.fed(file, "profile", "-", "--size", "32").out()).contains("out", "16");
        assertThat(Cli.fed(file, "analyze", "-", "--size", "32", "--channels", "2", "-f", "json")
                        .out())
                .contains("\"size\":[32,32]");
    }

    @Test
    void everyTextIsThereAsJson() throws IOException {
        assertThat(Cli.run("count", "2*cn_k3,5", "-f", "json").out()).isEqualTo("{\"count\":4}\n");
        assertThat(Cli.run("sweep", "2*cn_k3,5", "-f", "json", "-c", "id,rf").out())
                .isEqualTo(
                        "[\n{\"id\":0,\"rf\":5},\n{\"id\":1,\"rf\":7},\n{\"id\":2,\"rf\":7},\n{\"id\":3,\"rf\":9}\n]\n");
        assertThat(Cli.run("sweep", "2*cn_k3,5", "-f", "json", "-w", "rf=6").out())
                .isEqualTo("[\n]\n");
        for (String command : new String[] {
            "sweep",
            "histogram --by rf",
            "top --by rf",
            "pareto --by rf",
            "sample",
            "choices",
            "profile",
            "count",
            "sweep --explain",
            "count --explain",
            "top --by rf --explain",
            "choices --explain",
            "profile --explain"
        }) {
            List<String> args = new ArrayList<>(List.of(command.split(" ")));
            args.addAll(1, List.of("3*cn_k3,5", "--format", "json"));
            isOneDocument(Cli.run(args.toArray(String[]::new)).out());
        }
        // Many chunks, on many threads
        isOneDocument(Cli.run("sweep", "7*cn_k3,5,7_s1,2", "-f", "json", "-c", "id,rf")
                .out());
    }

    private static void isOneDocument(String text) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            json.skipChildren();
            assertThat(json.nextToken()).as(text).isNull();
        }
    }

    @Test
    void helpIsThereWhereItIsLookedFor() {
        Cli help = Cli.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Commands:");
        assertThat(Cli.run()).isEqualTo(help);
        assertThat(Cli.run("help")).isEqualTo(help);
        assertThat(Cli.run("help", "help")).isEqualTo(help);
        assertThat(Cli.run("help", "sweep")).isEqualTo(Cli.run("sweep", "--help"));
        Cli unknown = Cli.run("help", "swep");
        assertThat(unknown.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(unknown.err()).contains("Did you mean", "sweep");
        assertThat(unknown.out()).isEmpty();
    }

    @Test
    void aTensorIsNamedByTheEndOfItsName() {
        String[] unit = {"analyze", "cn_k3_c8 bb bt_c16", "--size", "32", "--unit", "9,9", "--at", ""};
        String whole = at(unit, "block3.conv3").out();
        assertThat(whole).contains("\"unit\":[9,9]");
        assertThat(at(unit, "conv3").out()).isEqualTo(whole);
        assertThat(at(unit, "3.conv3").out()).isEqualTo(whole);
        assertThat(at(unit, "onv3").out()).isEqualTo(whole);
        assertThat(at(unit, "conv1").out()).as("its whole name comes first").contains("\"count\":[3,3]");
        Cli many = at(unit, "conv2");
        assertThat(many.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(many.err())
                .contains(
                        "--at: found 'conv2', which 2 names end with, such as block2.conv2, block3.conv2; expected more"
                                + " of one");
        assertThat(at(unit, "cnov3").err()).contains("did you mean 'conv3'?");
    }

    private static Cli at(String[] unit, String tensor) {
        String[] words = unit.clone();
        words[words.length - 1] = tensor;
        return Cli.run(words);
    }
}
