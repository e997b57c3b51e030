package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command prints. */
class CommandsTest {

    private static final String SMALL = "cn_k3,5_s1,2 mp_k2_s2";

    private static final String FILE = """
            name: größe
            input: {size: 32, channels: 3}
            stages: ["cn_k3,5_c8", "mp_k2_s2 | id"]
            where: {rf: 4..}
            """;

    @ParameterizedTest
    @CsvSource({
        "6*cn_k3;5;7_s1;2_dil1;2, '', 2985984",
        "6*cn_k3;5;7_s1;2_dil1;2, --where rf=100..200, 1088436",
        "6*cn_k3;5;7_s1;2_dil1;2, --where rf=100..200 --where stride=8, 444872",
        "6*cn_k3;5;7_s1;2_dil1;2, --where rf=100..200 --where stride=8 --exhaustive, 444872",
        "6*cn_k3;5;7_s1;2_dil1;2, --where rf=100..200 --threads 1, 1088436",
        "20*cn_k1;3;5;7_s1;2_dil1;2;4, '', 4019988717840603673710821376",
        "20*cn_k1;3;5;7_s1;2_dil1;2;4, --where rf=200..240 --where stride=16, 173297250079136711902535"
    })
    void countPrintsOneInteger(String space, String options, String count) {
        String[] args =
                ("count " + space.replace(';', ',') + " " + options).strip().split(" ");
        assertThat(Cli.run(args)).isEqualTo(new Cli(0, count + "\n", ""));
    }

    @Test
    void theNumberOfInvalidVariantsIsTold() {
        String tight = "{input: {size: 6}, stages: ['2*cn_k3,5_padvalid']}";
        String note = "rfsweep: note: 3 of 4 variants are invalid and never match:"
                + " the output of some layer would be smaller than 1\n";
        assertThat(Cli.fed(tight, "count", "-")).isEqualTo(new Cli(0, "1\n", note));
        assertThat(Cli.fed(tight, "count", "-", "-q")).isEqualTo(new Cli(0, "1\n", ""));
    }

    @Test
    void shardsAddUp() {
        long sum = 0;
        for (int shard = 0; shard < 7; shard++) {
            Cli part = Cli.run("count", "5*cn_k3,5,7_s1,2", "-w", "rf=20..50", "--shard", shard + "/7");
            sum += Long.parseLong(part.out().strip());
        }
        assertThat(sum + "\n")
                .isEqualTo(
                        Cli.run("count", "5*cn_k3,5,7_s1,2", "-w", "rf=20..50").out());
    }

    @Test
    void sweepPrintsIdEveryMetricAndArch() {
        assertThat(Cli.run("sweep", SMALL).out()).isEqualTo("""
                        id,rf,stride,pad,erf,depth,lookahead,arch
                        0,4,2,1,1.9149,2,2,cn_k3 mp_k2_s2
                        1,5,4,1,2.582,2,3,cn_k3_s2 mp_k2_s2
                        2,6,2,2,3.0,2,3,cn_k5 mp_k2_s2
                        3,7,4,2,3.4641,2,4,cn_k5_s2 mp_k2_s2
                        """);
    }

    @Test
    void topRanksRadiiByTheirDistance() {
        // radii 1.9149, 2.582, 3.0 and 3.4641
        assertThat(Cli.run("top", SMALL, "--by", "erf~2.8", "-n", "2", "-c", "id,erf")
                        .out())
                .isEqualTo("id,erf\n2,3.0\n1,2.582\n");
        assertThat(Cli.run("top", SMALL, "--by", "erf~2.79", "-n", "1", "-c", "id")
                        .out())
                .isEqualTo("id\n1\n");
        assertThat(Cli.run("top", SMALL, "--by", "rf~4.5", "-n", "1").err())
                .contains("--by: found '4.5', expected an integer, as rf is one");
    }

    @Test
    void sweepTakesColumnsLimitOffsetAndIds() {
        assertThat(Cli.run("sweep", SMALL, "-c", "arch,rf,id", "--offset", "1", "-n", "1", "--ids", "1..4")
                        .out())
                .isEqualTo("arch,rf,id\ncn_k5 mp_k2_s2,6,2\n");
        assertThat(Cli.run("sweep", SMALL, "-c", "id,rf", "-f", "jsonl", "--ids", "3..")
                        .out())
                .isEqualTo("{\"id\":3,\"rf\":7}\n");
        assertThat(Cli.run("sweep", SMALL, "-c", "id,rf", "-f", "table", "--ids", "..1")
                        .out())
                .isEqualTo("id  rf\n 0   4\n");
    }

    /** Beyond 2^63 as before it. */
    @Test
    void sweepStartsAnywhereInAHugeSpace() {
        String last = "4019988717840603673710821375";
        assertThat(Cli.run("sweep", "20*cn_k1,3,5,7_s1,2_dil1,2,4", "--ids", last + "..", "-c", "id,stride")
                        .out())
                .isEqualTo("id,stride\n" + last + ",1048576\n");
    }

    @Test
    void aFileOnStandardInputBringsItsOwnConditions() {
        assertThat(Cli.fed(FILE, "sweep", "-", "-c", "id,rf,out,params").out())
                .isEqualTo("id,rf,out,params\n0,4,16,232\n2,6,16,616\n3,5,32,616\n");
        assertThat(Cli.fed(FILE, "count", "-", "-w", "rf=..5").out()).isEqualTo("2\n");
    }

    @Test
    void axesThatDifferHaveColumnsOfTheirOwn() {
        assertThat(Cli.run("sweep", "cn_k3x1", "-c", "rf").out()).isEqualTo("rf_h,rf_w\n3,1\n");
    }

    @Test
    void flopsAreMacsWithANotice() {
        Cli told = Cli.fed(FILE, "sweep", "-", "-c", "id,flops", "-n", "1");
        assertThat(told.out()).startsWith("id,macs\n");
        assertThat(told.err()).isEqualTo("rfsweep: note: flops are counted as multiply-adds and printed as macs\n");
        assertThat(Cli.fed(FILE, "count", "-", "-w", "flops=1..", "-q").err()).isEmpty();
    }

    @Test
    void histogramCountsValuesAndBins() {
        String space = "3*cn_k3,5";
        assertThat(Cli.run("histogram", space, "--by", "rf").out()).isEqualTo("rf,count\n7,1\n9,3\n11,3\n13,1\n");
        assertThat(Cli.run("histogram", space, "--by", "rf", "--bins", "2").out())
                .isEqualTo("rf,count\n7,4\n11,4\n");
    }

    @ParameterizedTest
    @CsvSource({"rf, 0 1 2", "rf:asc, 0 1 2", "rf:min, 0 1 2", "rf:desc, 7 3 5", "rf:max, 7 3 5", "rf~10, 1 2 3"})
    void topBreaksTiesById(String by, String ids) {
        assertThat(Cli.run("top", "3*cn_k3,5", "--by", by, "-n", "3", "-c", "id")
                        .out())
                .isEqualTo("id\n" + ids.replace(' ', '\n') + "\n");
    }

    @Test
    void topReachesIntoAHugeSpace() {
        String huge = "20*cn_k1,3,5,7_s1,2_dil1,2,4";
        assertThat(Cli.run("top", huge, "--by", "depth", "-w", "rf=200..240", "-n", "1", "-c", "rf,depth")
                        .out())
                .matches("rf,depth\n2[0-4]\\d,20\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--exhaustive", "--threads=1", "--ids=.."})
    void paretoSampleAndChoicesAreTheSameInEveryWay(String way) {
        String space = "2*cn_k3,5_s1,2 cn_k3|id";
        String[] more = way.isEmpty() ? new String[0] : new String[] {way};
        assertThat(run(more, "pareto", space, "--by", "rf:min,stride:max", "-c", "id,rf,stride"))
                .isEqualTo("id,rf,stride,count\n3,5,2,1\n11,7,4,1\n");
        assertThat(run(more, "choices", space, "-w", "rf=..5")).isEqualTo("""
                        stage,key,value,count,share
                        1.1,k,3,2,1
                        1.1,k,5,0,0
                        1.1,s,1,2,1
                        1.1,s,2,0,0
                        1.2,k,3,2,1
                        1.2,k,5,0,0
                        1.2,s,1,1,0.5
                        1.2,s,2,1,0.5
                        2,alternative,cn_k3,0,0
                        2,alternative,id,2,1
                        """);
        assertThat(run(more, "sample", space, "-n", "3", "--seed", "7", "-c", "id,rf"))
                .isEqualTo("id,rf\n0,7\n3,5\n26,17\n");
    }

    private static String run(String[] more, String... args) {
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Cli.run(all).out();
    }

    @Test
    void profileBoundsEveryMetric() {
        assertThat(Cli.fed(FILE, "profile", "-", "-f", "json").out())
                .startsWith("{\"variants\":4,\"valid\":4,\"matching\":3,\"satisfiable\":true,"
                        + "\"metrics\":{\"rf\":{\"min\":4,\"max\":6},\"stride\":{\"min\":1,\"max\":2}");
        assertThat(Cli.fed(FILE, "profile", "-").out())
                .contains("matching     3\n")
                .contains("metric  ");
        assertThat(Cli.run("profile", "cn_k3", "-w", "rf=9").out()).contains("satisfiable  no");
        assertThat(Cli.run(
                                "profile",
                                "20*cn_k1,3,5,7_s1,2_dil1,2,4",
                                "-w",
                                "rf=200..240",
                                "-w",
                                "stride=16",
                                "-f",
                                "json")
                        .out())
                .contains("\"matching\":173297250079136711902535,", "\"rf\":{\"min\":201,\"max\":239}");
    }

    @Test
    void profileTellsThePlan() {
        String grid = "6*cn_k3,5,7_s1,2_dil1,2";
        assertThat(Cli.run("profile", grid, "-w", "stride=8").out())
                .contains("\nplan         algebra, no variant is evaluated\n")
                .contains("\nplan         states 16, steps 144, matches 933120, less than 1 s\n")
                .contains("\nchoice  states  matched  with conditions\n1.1          1        1                1\n")
                .endsWith("\n1.6          6        2                2\n");
        assertThat(Cli.run("profile", grid, "-w", "stride=8", "-j", "1", "--exhaustive")
                        .out())
                .contains("\nplan         sweep, threads 1, at most about 1 s: every variant is to be evaluated\n")
                .contains("\nplan         ids 2985984, states 28, steps 252, tables 4, rows 6912\n")
                .endsWith("""

                        choice  states
                        1.1          1
                        1.2          2
                        1.3          3
                        1.4          4
                        1.5          5
                        1.6          6
                        """);
        assertThat(Cli.run("profile", "cn_k3,5", "-w", "rf=5", "-f", "json").out())
                .endsWith("},\"plan\":{\"way\":\"algebra\",\"states\":2,\"steps\":1,\"threads\":"
                        + Runtime.getRuntime().availableProcessors() + ",\"seconds\":0.00000025,"
                        + "\"choices\":[{\"stage\":\"1\",\"states\":1,\"matched\":1,\"sums\":1}]}}\n");
        assertThat(Cli.run("profile", "cn_k3,5", "-w", "rf=5", "-f", "json", "-j", "1", "--exhaustive")
                        .out())
                .contains("\"plan\":{\"way\":\"sweep\",\"reason\":\"every variant is to be evaluated\",")
                .endsWith("\"choices\":[{\"stage\":\"1\",\"states\":1}]}}\n");
    }

    @Test
    void profileOfAHugeSpaceTellsWhatItCan() {
        String huge = "20*cn_k1,3,5,7_s1,2_dil1,2,4";
        assertThat(Cli.run("profile", huge).out())
                .contains("matching     4019988717840603673710821376\nsatisfiable  yes\n")
                .containsPattern("\nmetric +min +max\nrf +1 +25165801\n");
        Cli unknown = Cli.run("profile", huge, "-w", "stride=8", "-j", "1", "--exhaustive");
        assertThat(unknown.code()).isZero();
        assertThat(unknown.out())
                .contains(
                        "matching  unknown: evaluating 4,019,988,717,840,603,673,710,821,376 (4.0e27) variants one by one would take")
                .contains("plan      sweep, threads 1, at most about ")
                .containsPattern("\nmetric +at least +at most\nrf +1 +25165801\n");
        assertThat(Cli.run("profile", huge, "-w", "stride=8", "-f", "json", "--exhaustive")
                        .out())
                .contains("\"matching\":null,\"satisfiable\":null,\"unknown\":\"", "\"bounds\":{\"rf\":{\"min\":1,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep",
                "count",
                "histogram",
                "top",
                "pareto",
                "sample",
                "choices",
                "show",
                "analyze",
                "profile",
                "completion"
            })
    void helpFitsATerminalAndHasAnExample(String command) {
        Cli help = Cli.run(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Example");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void completionAndVersionArePrinted() {
        assertThat(Cli.run("completion").out()).contains("histogram").contains("complete -F");
        assertThat(Cli.run("--version").out()).matches("rfsweep \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }
}
