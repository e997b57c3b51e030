package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCostTest {

    private static final Pattern COST = Pattern.compile(
            "writing (at most )?(\\d+) rows? takes (?:at most )?about ([0-9.]+ [a-zA-Z]+) and (.*) on .*");

    private static final Pattern JSON = Pattern.compile(
            "(?s)\\{\"plan\":.*\"writing\":\\{\"rows\":(\\d+),\"known\":true,\"bytes\":(\\d+),\"seconds\":0\\.\\d+}}\n");

    private static Matcher cost(String... args) {
        List<String> all = new ArrayList<>(List.of("sweep"));
        all.addAll(List.of(args));
        all.add("--explain");
        String line = Cli.run(all.toArray(String[]::new))
                .out()
                .lines()
                .filter(each -> each.startsWith("writing"))
                .findFirst()
                .orElseThrow();
        Matcher matcher = COST.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }

    /** The estimate against what is written in truth. */
    @ParameterizedTest
    @ValueSource(strings = {"id,rf", "id,rf,stride,pad,erf,depth,arch", "arch"})
    void bytesAreAboutRight(String columns) {
        String[] args = {"6*cn_k3,5_s1,2", "-w", "rf=20..60", "-c", columns};
        List<String> all = new ArrayList<>(List.of("sweep"));
        all.addAll(List.of(args));
        String out = Cli.run(all.toArray(String[]::new)).out();
        long rows = out.lines().count() - 1;
        Matcher cost = cost(args);
        assertThat(cost.group(2)).isEqualTo(rows + "");
        String[] size = cost.group(3).split(" ", -1);
        double bytes = Double.parseDouble(size[0]) * (size[1].equals("kB") ? 1e3 : size[1].equals("MB") ? 1e6 : 1);
        assertThat(bytes).isBetween(out.length() * 0.8, out.length() * 1.25);
    }

    @ParameterizedTest
    @CsvSource({"json, 2", "jsonl, 0"})
    void inJsonTheCostIsAPartOfThePlan(String format, int brackets) {
        String[] args = {"sweep", "6*cn_k3,5_s1,2", "-w", "rf=20..60", "-f", format};
        String out = Cli.run(args).out();
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--explain");
        String plan = Cli.run(all.toArray(String[]::new)).out();
        Matcher cost = JSON.matcher(plan);
        assertThat(cost.matches()).as(plan).isTrue();
        assertThat(cost.group(1)).isEqualTo(out.lines().count() - brackets + "");
        assertThat(Double.parseDouble(cost.group(2))).isBetween(out.length() * 0.8, out.length() * 1.25);
    }

    @Test
    void limitAndOffsetCount() {
        assertThat(cost("6*cn_k3,5_s1,2", "-n", "7").group(2)).isEqualTo("7");
        assertThat(cost("6*cn_k3,5_s1,2", "--offset", "4095").group(2)).isEqualTo("1");
        assertThat(cost("6*cn_k3,5_s1,2", "--offset", "5000").group(3)).isEqualTo("0 bytes");
        assertThat(cost("6*cn_k3,5_s1,2", "--ids", "10..20").group(2)).isEqualTo("10");
    }

    @Test
    void aHugeSpaceTakesYears() {
        Matcher cost = cost("20*cn_k1,3,5,7_s1,2_dil1,2,4", "-c", "id,rf");
        assertThat(cost.group(3)).endsWith("RB");
        assertThat(cost.group(4)).startsWith("about ").endsWith(" years");
    }
}
