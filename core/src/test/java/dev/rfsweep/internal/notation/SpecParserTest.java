package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.space.Input;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Metric;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read when nothing is wrong. */
class SpecParserTest {

    private static final String CONTRACT = """
            name: mobile-like                 # optional
            input: {size: 224, channels: 3}
            stages:
              - cn_k3,7_s2_c32                # comma = choice
              - ir_r2..4_k3,5,7_s2_e3,6_c24,32_each
              - mp_k2_s2 | cn_k3_s2_c64 | id  # bar = alternative blocks; id = nothing
              - 3*cn_k3,5_s1,2_dil1,2_c64     # N* = N independent copies of the stage
              - any: [[cn_k3_c64, cn_k3_c64], [cn_k5_c64]]
              - {repeat: 1..2, each: true, of: [cn_k3_c64, cn_k1_c64]}
            where: {rf: 224..448, stride: 16..32, params: ..5e6}
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0} has {1} variants")
    @CsvSource(
            delimiter = ';',
            value = {
                "6*cn_k3,5,7_s1,2_dil1,2; 2985984",
                "20*cn_k1,3,5,7_s1,2_dil1,2,4; 4019988717840603673710821376",
                "cn_k3..9:2; 4",
                "cn_k1..9:3; 3",
                "cn_k3,5..7,9_s1; 5",
                "ir_k3_e1..3:1 | id; 4",
                "cn_k3x1,1x3,3; 3",
                "cn_k3_padsame_upper,same_lower,valid,same,-1,2..3,1x2; 8",
                "1..3*cn_k3,5; 14",
                "1,3*cn_k3,5; 10",
                "cn_k3,5_r1..3; 6",
                "cn_k3,5_r1..3_each; 14",
                "ir_r2..4_k3,5,7_s1,2_e3,4,6_each; 14742", // 2 strides on the first, times 9^2 + 9^3 + 9^4
                "ir_k3_skip bb_k3_noskip bb bt; 1",
                "cn_k3 | mp_k2 | id; 3",
                "cn_k3|mp_k2|id; 3",
                "id; 1",
            })
    void oneLineHasThisManyVariants(String line, BigInteger variants) {
        assertThat(SpecParser.line(line).space().variants()).isEqualTo(variants);
    }

    @Test
    void theFileOfTheContractIsRead() {
        Spec spec = SpecParser.text("mobile.yaml", CONTRACT, false);
        BigInteger ir = BigInteger.valueOf(12 * 12 + 12 * 12 * 12 + 12 * 12 * 12 * 12);
        assertThat(spec.name()).contains("mobile-like");
        assertThat(spec.space().input()).isEqualTo(new Input(2, List.of(224, 224), 3));
        assertThat(spec.space().variants()).isEqualTo(ir.multiply(BigInteger.valueOf(2 * 3 * 8 * 8 * 8 * 2 * 2)));
        assertThat(spec.where())
                .containsExactly(
                        new Condition(new Column(Metric.RF, Column.SHARED), new Range(224, 448)),
                        new Condition(new Column(Metric.STRIDE, Column.SHARED), new Range(16, 32)),
                        new Condition(new Column(Metric.PARAMS, Column.SHARED), new Range(Long.MIN_VALUE, 5_000_000)));
    }

    @Test
    void stagesOfALineAreSeparatedBySpacesOrSemicolons() {
        assertThat(stages("cn_k3 mp_k2")).isEqualTo(stages("cn_k3;mp_k2")).isEqualTo(stages(" cn_k3 ; mp_k2\n"));
        assertThat(stages("cn_k3 | id  mp_k2|id")).hasSize(2).isEqualTo(stages("cn_k3|id mp_k2 |\tid"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "stages: [cn_k3]; 2; ''; 3",
                "{input: {size: 9}, stages: [cn_k3]}; 2; 9 9; 3",
                "{input: {size: [9, 8]}, stages: [cn_k3x1]}; 2; 9 8; 3",
                "{input: {size: [9]}, stages: [cn_k3]}; 1; 9; 3",
                "{input: {size: [7, 8, 9], channels: 1}, stages: [cn_k3x1x1]}; 3; 7 8 9; 1",
                "{input: {size: 9, rank: 1}, stages: [cn_k3]}; 1; 9; 3",
                "{rank: 3, input: {size: '9'}, stages: [cn_k3]}; 3; 9 9 9; 3",
                "{stages: [cn_k3], rank: 1}; 1; ''; 3",
            })
    void inputHasDefaults(String yaml, int rank, String size, int channels) {
        List<Integer> axes = size.isEmpty()
                ? List.of()
                : List.of(size.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(SpecParser.text("s", yaml, false).space().input()).isEqualTo(new Input(rank, axes, channels));
    }

    @Test
    void yamlAndJsonFilesAreTheSameAndAByteOrderMarkIsNoText() throws IOException {
        Path yaml = Files.writeString(directory.resolve("a.yaml"), "\uFEFFinput: {size: 8}\nstages: ['cn_k3,5', id]\n");
        Path json = Files.writeString(
                directory.resolve("a.json"), "{\"input\": {\"size\": 8}, \"stages\": [\"cn_k3,5\", \"id\"]}");
        Space space = SpecParser.file(yaml).space();
        assertThat(space.stages())
                .isEqualTo(SpecParser.file(json).space().stages())
                .isEqualTo(stages("cn_k3,5 id"));
        assertThat(space.input()).isEqualTo(SpecParser.file(json).space().input());
    }

    @Test
    void anAlternativeMayBeNothingOneStageOrSeveral() {
        Space space = SpecParser.text("s", "stages: [{any: [[], cn_k3, [cn_k5, {any: [id, cn_k7]}]]}]", false)
                .space();
        assertThat(List.of(0, 1, 2, 3))
                .extracting(id -> Arch.of(space.automaton().unrank(BigInteger.valueOf(id))))
                .containsExactly("id", "cn_k3", "cn_k5", "cn_k5 cn_k7");
    }

    @Test
    void equalExtentsOnAllAxesAreOneNumber() {
        assertThat(stages("cn_k3x3")).isEqualTo(stages("cn_k3"));
        assertThat(SpecParser.line("cn_k3x3").space().schema().axesAgree()).isTrue();
        assertThat(SpecParser.line("cn_k3x1").space().schema().axesAgree()).isFalse();
    }

    private static List<?> stages(String line) {
        return SpecParser.line(line).space().stages();
    }
}
