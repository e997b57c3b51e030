package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private static final long OPEN_LOW = Long.MIN_VALUE;
    private static final long OPEN_HIGH = Long.MAX_VALUE;

    private final Schema plain = SpecParser.line("cn_k3").space().schema();
    private final Schema skewed = SpecParser.line("cn_k3x1").space().schema();
    private final Schema full = SpecParser.text("s", "{input: {size: 8}, stages: [cn_k3_c4]}", false)
            .space()
            .schema();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rf=200..240, rf, 200, 240",
        "rf=200.., rf, 200, 9223372036854775807",
        "rf=..240, rf, -9223372036854775808, 240",
        "rf=224, rf, 224, 224",
        "' rf = 1 .. 2 ', rf, 1, 2",
        "pad=-3..-1, pad, -3, -1",
        "params=..5e6, params, -9223372036854775808, 5000000",
        "params=1.5k..5M, params, 1500, 5000000",
        "macs=1G..2T, macs, 1000000000, 2000000000000",
        "flops=1.25e9, macs, 1250000000, 1250000000",
        "depth=9223372036854775807, depth, 9223372036854775807, 9223372036854775807",
        // 12V = 3*erf^2: 3*1.5^2 = 6.75 and 3*2.5^2 = 18.75; 3*2^2 = 12 exactly
        "erf=1.5..2.5, erf, 7, 18",
        "erf=2, erf, 12, 12",
        "erf=..0.1, erf, -9223372036854775808, 0",
        "erf=0.1.., erf, 1, 9223372036854775807",
        "erf=1e9, erf, 3000000000000000000, 3000000000000000000",
    })
    void rangesAreExact(String text, String metric, long low, long high) {
        assertThat(Conditions.parse("--where", text, full))
                .containsExactly(new Condition(full.column(metric).orElseThrow(), new Range(low, high)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rf>=224 | rf | 224..",
                "rf <= 224 | rf | ..224",
                "rf>224 | rf | 225..",
                "rf<224 | rf | ..223",
                "rf==224 | rf | 224..224",
                "rf==200..240 | rf | 200..240",
                "rf!=224 | rf | ..223 225..",
                "rf!=200..240,300 | rf | ..199 241..299 301..",
                "stride=8,16 | stride | 8..8 16..16",
                "' stride = 16 , ..4 , 8 ' | stride | ..4 8..8 16..16",
                "stride=8,9,10..12 | stride | 8..12",
                "params>1.5k | params | 1501..",
                "pad>=-3 | pad | -3..",
                // 3*2^2 = 12 is a value of 12V, 3*1.5^2 = 6.75 is none
                "erf<2 | erf | ..11",
                "erf>2 | erf | 13..",
                "erf<1.5 | erf | ..6",
                "erf>1.5 | erf | 7..",
                "erf!=2 | erf | ..11 13..",
                "erf!=1.5 | erf | ..",
                "erf<0 | erf | none",
                "erf>-1 | erf | 0..",
                "depth>9223372036854775807 | depth | none",
            })
    void comparisonsAreSetsOfRanges(String text, String metric, String values) {
        assertThat(Conditions.parse("--where", text, full))
                .containsExactly(new Condition(full.column(metric).orElseThrow(), ranges(values)));
    }

    private static Ranges ranges(String text) {
        List<Range> parts = new ArrayList<>();
        for (String part : text.equals("none") ? new String[0] : text.split(" ")) {
            int dots = part.indexOf("..");
            String low = part.substring(0, dots);
            String high = part.substring(dots + 2);
            parts.add(new Range(
                    low.isEmpty() ? OPEN_LOW : Long.parseLong(low), high.isEmpty() ? OPEN_HIGH : Long.parseLong(high)));
        }
        return new Ranges(parts);
    }

    @Test
    void andJoinsConditions() {
        assertThat(Conditions.parse("--where", "rf>=180 and rf<=220 AND stride=8,16", full))
                .containsExactly(
                        new Condition(new Column(Metric.RF, Column.SHARED), new Range(180, OPEN_HIGH)),
                        new Condition(new Column(Metric.RF, Column.SHARED), new Range(OPEN_LOW, 220)),
                        new Condition(
                                new Column(Metric.STRIDE, Column.SHARED),
                                Ranges.of(new Range(8, 8), new Range(16, 16))));
    }

    @Test
    void notEqualIsMeantOfEveryAxis() {
        Ranges notFive = Ranges.of(new Range(OPEN_LOW, 4), new Range(6, OPEN_HIGH));
        assertThat(Conditions.parse("--where", "rf!=5", skewed))
                .containsExactly(
                        new Condition(new Column(Metric.RF, 0), notFive),
                        new Condition(new Column(Metric.RF, 1), notFive));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{rf: 3..9, stride: '1,2'}",
                "{rf: '>=3', stride: '!=3..'}",
                "['rf>=3 and rf<=9', stride<=2]",
                "[rf=3..9, 'stride=1,2']",
            })
    void filesHoldMapsOrLists(String where) {
        Spec spec = SpecParser.text("s", "{stages: [cn_k3], where: " + where + "}", false);
        assertThat(spec.where()).hasSizeBetween(2, 3);
        assertThat(spec.where()).allSatisfy(condition -> assertThat(
                        condition.values().contains(condition.column().metric() == Metric.RF ? 3 : 2))
                .isTrue());
        assertThat(spec.where()).anySatisfy(condition -> assertThat(
                        condition.values().contains(condition.column().metric() == Metric.RF ? 2 : 3))
                .isFalse());
    }

    @Test
    void aRadiusBetweenTwoIntegersMatchesNothing() {
        Ranges values = Conditions.parse("--where", "erf=7.1", full).get(0).values();
        assertThat(values).isEqualTo(Ranges.NONE); // 3 * 7.1^2 = 151.23
    }

    @Test
    void aMetricWhoseAxesDifferIsMeantOnEveryAxis() {
        Range range = new Range(3, OPEN_HIGH);
        assertThat(Conditions.parse("--where", "rf", "3..", skewed))
                .containsExactly(
                        new Condition(new Column(Metric.RF, 0), range), new Condition(new Column(Metric.RF, 1), range));
        assertThat(Conditions.parse("--where", "rf_w=..3", skewed))
                .containsExactly(new Condition(new Column(Metric.RF, 1), new Range(OPEN_LOW, 3)));
    }

    @Test
    void columnsAreNamed() {
        assertThat(Conditions.column("--by", "flops", full)).isEqualTo(new Column(Metric.MACS, Column.SHARED));
        assertThat(Conditions.column("--by", "rf_h", skewed)).isEqualTo(new Column(Metric.RF, 0));
        assertThat(Conditions.columns("depth, stride", skewed))
                .isEqualTo(List.of(
                        new Column(Metric.DEPTH, Column.SHARED),
                        new Column(Metric.STRIDE, 0),
                        new Column(Metric.STRIDE, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            value = {
                "rff=3 ! --where:1:1: found 'rff', expected one of rf, stride, pad, erf, depth, lookahead; did you mean 'rf'?",
                "strid=3 ! --where:1:1: found 'strid', expected one of rf, stride, pad, erf, depth, lookahead; did you mean"
                        + " 'stride'?",
                "=3 ! --where:1:1: found nothing, expected one of rf, stride, pad, erf, depth, lookahead",
                "rf=5..1 ! --where:1:4: found '5..1', expected the smaller end of the range first",
                "rf=1..2x ! --where:1:7: found '2x', expected a number such as 224, 5e6, 1.5k or 5M (k, M, G, T are"
                        + " decimal)",
                "rf=1...2 ! --where:1:4: found '1...2', expected two dots in a range; write rf=1..2",
                "rf=1.2345k ! --where:1:4: found '1.2345k', expected an integer",
                "rf=9223372036854775808 ! --where:1:4: found '9223372036854775808', expected a number up to"
                        + " 9223372036854775807",
                "params=3 ! --where:1:1: found 'params', but params needs a c somewhere, such as cn_k3_c64",
                "macs=3 ! --where:1:1: found 'macs', but macs needs a c somewhere, such as cn_k3_c64"
                        + " (channels of the input are not enough), and the size of the input: give input.size in a file",
                "rf_w=3 ! --where:1:1: found 'rf_w', expected rf: the axes of this space always agree",
            })
    void badConditionsSayWhy(String text, String message) {
        assertThatThrownBy(() -> Conditions.parse("--where", text, plain))
                .isInstanceOf(SpecException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "rf # 1:1: found 'rf', expected a condition such as rf=200..240, rf>=224 or stride=8,16; if it had a > or <,"
                        + " the shell took that for a file: put the condition in quotes",
                "rf= # 1:4: found nothing, expected values such as 224, 200..240 or 8,16; if it had a > or <, the shell took"
                        + " that for a file: put the condition in quotes",
                "rf=224-448 # 1:4: found '224-448', expected two dots in a range; write rf=224..448",
                "rf=-3--1 # 1:4: found '-3--1', expected two dots in a range; write rf=-3..-1",
                "rf=224:448 # 1:4: found '224:448', expected two dots in a range; write rf=224..448",
                "rf=224 to 448 # 1:4: found '224 to 448', expected two dots in a range; write rf=224..448",
                "stride=8,16-32 # 1:10: found '16-32', expected two dots in a range; write stride=16..32",
                "rf=>224 # 1:3: found '=>', expected an operator: = == != < <= > >=; write rf>=224",
                "rf<>224 # 1:3: found '<>', expected an operator: = == != < <= > >=; write rf!=224",
                "rf><224 # 1:3: found '><', expected an operator: = == != < <= > >=",
                "rf>=200..240 # 1:5: found '200..240', expected one number; a range or several values are written"
                        + " rf=200..240",
                "rf>8,16 # 1:4: found '8,16', expected one number; a range or several values are written rf=8,16",
                "rf> # 1:4: found nothing, expected values such as 224, 200..240 or 8,16; if it had a > or <, the shell took"
                        + " that for a file: put the condition in quotes",
                "180<=rf # 1:1: found '180<=rf', expected the metric first; write rf>=180",
                "180<=rf<220 # 1:1: found '180<=rf<220', expected the metric first; write rf>=180 and rf<220",
                "rf=200..240,stride=8 # 1:4: found '200..240,stride=8', expected one comparison; several conditions are"
                        + " joined by and, such as rf>=180 and stride=8,16",
                "rf>=3 && rf<5 # 1:5: found '3 && rf<5', expected one comparison; several conditions are joined by and, such"
                        + " as rf>=180 and stride=8,16",
                "rf=8 or 16 # 1:4: found '8 or 16', expected no or; values to choose from are separated by commas: rf=8,16",
                "rf=8, # 1:6: found nothing, expected a range: a..b, a.., ..b or a",
                "rf>=3 and # 1:10: found nothing, expected a condition such as rf=200..240, rf>=224 or stride=8,16; if it"
                        + " had a > or <, the shell took that for a file: put the condition in quotes",
                "rf>=3 and rff<5 # 1:11: found 'rff', expected one of rf, stride, pad, erf, depth, lookahead; did you mean 'rf'?",
            })
    void errorsSayWhatToWrite(String text, String message) {
        assertThatThrownBy(() -> Conditions.parse("--where", text, plain))
                .isInstanceOf(SpecException.class)
                .hasMessage("--where:" + message);
    }

    @Test
    void badColumnsSayWhy() {
        assertThatThrownBy(() -> Conditions.column("--by", "rf", skewed))
                .hasMessage("--by:1:1: found 'rf', which differs by axis; expected one of rf_h, rf_w");
        assertThatThrownBy(() -> Conditions.columns("rf,rf", plain))
                .hasMessage("<column>:1:4: found 'rf', which is already there; expected every column once");
        assertThatThrownBy(() -> Conditions.columns("rf,", plain))
                .hasMessage("<column>:1:4: found nothing, expected one of rf, stride, pad, erf, depth, lookahead");
    }
}
