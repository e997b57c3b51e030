package dev.rfsweep.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.model.Figure;
import dev.rfsweep.model.Metric;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRowsTest {

    private static final BigInteger HUGE = new BigInteger("4019988717840603673710821375");

    private static final List<OutputColumn> FIELDS = List.of(
            new OutputColumn.Id("id"),
            new OutputColumn.Whole("rf", 0),
            new OutputColumn.Fraction("erf", 1, Metric.ERF),
            new OutputColumn.Text("arch", (id, out) -> out.append(id.signum() == 0 ? "plain" : "a,\"b\"\\\n")));

    @Test
    void csvHasAHeaderAndQuotesWhatNeedsIt() {
        assertThat(text(Csv.rows(FIELDS)))
                .isEqualTo("id,rf,erf,arch\n0,224,2.0,plain\n" + HUGE + ",-1,1.0,\"a,\"\"b\"\"\\\n\"\n");
    }

    @Test
    void jsonLinesKeepHugeIdsExact() {
        assertThat(text(JsonLines.rows(FIELDS)))
                .isEqualTo("{\"id\":0,\"rf\":224,\"erf\":2.0,\"arch\":\"plain\"}\n{\"id\":\"" + HUGE
                        + "\",\"rf\":-1,\"erf\":1.0,\"arch\":\"a,\\\"b\\\"\\\\\\u000a\"}\n");
    }

    /** Doubles are exact up to 2^53; CSV and tables are read as text and need no quotes. */
    @ParameterizedTest
    @CsvSource({"9007199254740991, false", "9007199254740992, false", "9007199254740993, true"})
    void idsBeyondWhatADoubleHoldsAreStringsInJson(BigInteger id, boolean text) {
        List<OutputColumn> fields = List.of(
                new OutputColumn.Id("id"),
                new OutputColumn.Numeral("count", (any, out) -> out.append(HUGE.toString())));
        Bytes json = new Bytes(0);
        JsonLines.rows(fields).row(id, List.of(), json);
        String shown = text ? "\"" + id + "\"" : id.toString();
        assertThat(json).hasToString("{\"id\":" + shown + ",\"count\":" + HUGE + "}\n");
        Bytes csv = new Bytes(0);
        Csv.rows(fields).row(id, List.of(), csv);
        assertThat(csv).hasToString(id + "," + HUGE + "\n");
    }

    @Test
    void tablesAlignNumbersRightAndTextLeft() {
        List<OutputColumn> fields = List.of(
                new OutputColumn.Whole("rf", 0), new OutputColumn.Text("arch", (id, out) -> out.append("cn_k" + id)));
        Bytes rows = new Bytes(16);
        TextRows encoder = Table.rows(fields);
        encoder.row(BigInteger.TWO, List.of(new Figure(Metric.RF, 12345)), rows);
        encoder.row(BigInteger.TEN, List.of(new Figure(Metric.RF, 7)), rows);
        Bytes out = new Bytes(16);
        Table table = new Table(fields);
        table.add(rows, out);
        table.finish(out);
        assertThat(out).hasToString("   rf  arch\n12345  cn_k2\n    7  cn_k10\n");
    }

    @Test
    void tablesStreamOnceTheWidthsAreSettled() {
        Table table = new Table(List.of("n"), List.of(false));
        Bytes out = new Bytes(16);
        for (int row = 1; row < Table.SAMPLE; row++) {
            table.add(new String[] {"1"}, out);
        }
        assertThat(out.length()).isZero();
        table.add(new String[] {"10"}, out);
        assertThat(out.toString()).startsWith(" n\n 1\n").endsWith("10\n");
        out.clear();
        table.add(new String[] {"100"}, out);
        assertThat(out).hasToString("100\n");
    }

    private static String text(TextRows rows) {
        Bytes out = new Bytes(0);
        rows.head(out);
        rows.row(BigInteger.ZERO, List.of(new Figure(Metric.RF, 224), new Figure(Metric.ERF, 12)), out);
        rows.row(HUGE, List.of(new Figure(Metric.RF, -1), new Figure(Metric.ERF, 3)), out);
        return out.toString();
    }
}
