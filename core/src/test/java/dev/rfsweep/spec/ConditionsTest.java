package dev.rfsweep.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Metric;
import dev.rfsweep.model.Range;
import dev.rfsweep.space.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aRadiusBetweenTwoIntegersMatchesNothing() {
        Range range = Conditions.parse("--where", "erf=7.1", full).get(0).range();
        assertThat(range.low()).isGreaterThan(range.high()); // 3 * 7.1^2 = 151.23
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
        assertThat(Conditions.column("flops", full)).isEqualTo(new Column(Metric.MACS, Column.SHARED));
        assertThat(Conditions.column("rf_h", skewed)).isEqualTo(new Column(Metric.RF, 0));
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
                "rf ! --where:1:1: found 'rf', expected METRIC=RANGE, such as rf=200..240",
                "rff=3 ! --where:1:1: found 'rff', expected one of rf, stride, pad, erf, depth, lookahead; did you mean 'rf'?",
                "strid=3 ! --where:1:1: found 'strid', expected one of rf, stride, pad, erf, depth, lookahead; did you mean"
                        + " 'stride'?",
                "=3 ! --where:1:1: found nothing, expected one of rf, stride, pad, erf, depth, lookahead",
                "rf=5..1 ! --where:1:4: found '5..1', expected the smaller end of the range first",
                "rf=1..2x ! --where:1:7: found '2x', expected a number such as 224, 5e6, 1.5k or 5M (k, M, G, T are"
                        + " decimal)",
                "rf=1...2 ! --where:1:7: found '.2', expected an integer",
                "rf=1.2345k ! --where:1:4: found '1.2345k', expected an integer",
                "rf=9223372036854775808 ! --where:1:4: found '9223372036854775808', expected a number up to"
                        + " 9223372036854775807",
                "params=3 ! --where:1:1: found 'params', but params needs a c somewhere",
                "macs=3 ! --where:1:1: found 'macs', but macs needs input.size and a c somewhere",
                "rf_w=3 ! --where:1:1: found 'rf_w', expected rf: the axes of this space always agree",
            })
    void badConditionsSayWhy(String text, String message) {
        assertThatThrownBy(() -> Conditions.parse("--where", text, plain))
                .isInstanceOf(SpecException.class)
                .hasMessage(message);
    }

    @Test
    void badColumnsSayWhy() {
        assertThatThrownBy(() -> Conditions.column("rf", skewed))
                .hasMessage("<column>:1:1: found 'rf', which differs by axis; expected one of rf_h, rf_w");
        assertThatThrownBy(() -> Conditions.columns("rf,rf", plain))
                .hasMessage("<column>:1:4: found 'rf', which is already there; expected every column once");
        assertThatThrownBy(() -> Conditions.columns("rf,", plain))
                .hasMessage("<column>:1:4: found nothing, expected one of rf, stride, pad, erf, depth, lookahead");
    }
}
