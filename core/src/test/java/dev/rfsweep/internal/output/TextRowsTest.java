package dev.rfsweep.internal.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rfsweep.internal.engine.evaluate.ColumnType;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Metric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRowsTest {

    private static final BigInteger HUGE = new BigInteger("4019988717840603673710821375");

    private static final TypedTable TABLE = new TypedTable(
            List.of(
                    new TypedTable.Field("count", ColumnType.BIG),
                    new TypedTable.Field("rf", ColumnType.LONG),
                    new TypedTable.Field("erf", ColumnType.DOUBLE),
                    new TypedTable.Field("share", ColumnType.DECIMAL),
                    new TypedTable.Field("arch", ColumnType.TEXT)),
            List.of(
                    List.of(BigInteger.ZERO, 224L, new Figure(Metric.ERF, 12), BigDecimal.ONE, "plain"),
                    List.of(HUGE, -1L, new Figure(Metric.ERF, 3), new BigDecimal("0.000001"), "a,\"b\"\\\n")));

    private static final List<OutputColumn> FIELDS = OutputColumn.of(TABLE.fields(), false);

    @Test
    void csvHasAHeaderAndQuotesWhatNeedsIt() {
        assertThat(text(Csv.rows(FIELDS)))
                .isEqualTo("count,rf,erf,share,arch\n0,224,2.0,1,plain\n" + HUGE
                        + ",-1,1.0,0.000001,\"a,\"\"b\"\"\\\n\"\n");
    }

    @Test
    void jsonLinesKeepHugeNumbersExact() {
        assertThat(text(JsonLines.rows(FIELDS)))
                .isEqualTo("{\"count\":0,\"rf\":224,\"erf\":2.0,\"share\":1,\"arch\":\"plain\"}\n{\"count\":" + HUGE
                        + ",\"rf\":-1,\"erf\":1.0,\"share\":0.000001,\"arch\":\"a,\\\"b\\\"\\\\\\n\"}\n");
    }

    /** Doubles are exact up to 2^53; CSV and tables are read as text and need no quotes. */
    @ParameterizedTest
    @CsvSource({"9007199254740991, false", "9007199254740992, false", "9007199254740993, true"})
    void idsBeyondWhatADoubleHoldsAreStringsInJson(BigInteger id, boolean text) {
        List<OutputColumn> fields = List.of(new OutputColumn.Id("id"));
        Bytes json = new Bytes(0);
        JsonLines.rows(fields).row(id, List.of(), json);
        String shown = text ? "\"" + id + "\"" : id.toString();
        assertThat(json).hasToString("{\"id\":" + shown + "}\n");
        Bytes csv = new Bytes(0);
        Csv.rows(fields).row(id, List.of(), csv);
        assertThat(csv).hasToString(id + "\n");
    }

    @Test
    void tablesAlignNumbersRightAndTextLeft() {
        List<OutputColumn> fields = OutputColumn.of(
                List.of(new TypedTable.Field("rf", ColumnType.LONG), new TypedTable.Field("arch", ColumnType.TEXT)),
                false);
        Bytes rows = new Bytes(16);
        TextRows encoder = Table.rows(fields);
        encoder.row(List.of(12345L, "cn_k2"), rows);
        encoder.row(List.of(7L, "cn_k10"), rows);
        Bytes out = new Bytes(16);
        Table table = new Table(fields);
        table.add(rows, out);
        table.finish(out);
        assertThat(out).hasToString("   rf  arch\n12345  cn_k2\n    7  cn_k10\n");
    }

    @Test
    void greatNumbersAreGroupedForPeopleAlone() {
        Bytes out = new Bytes(16);
        Table.rows(OutputColumn.of(TABLE.fields(), true)).row(TABLE.rows().get(1), out);
        assertThat(out.toString()).startsWith("4,019,988,717,840,603,673,710,821,375 (4.0e27)\t-1\t1.0\t0.000001\t");
    }

    @Test
    void aTableHasOneCellOfItsTypeForEveryColumn() {
        List<TypedTable.Field> fields = List.of(new TypedTable.Field("rf", ColumnType.LONG));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TypedTable(fields, List.of(List.of(7))))
                .withMessage("column rf is LONG, which 7 is not");
        assertThatIllegalArgumentException().isThrownBy(() -> new TypedTable(fields, List.of(List.of())));
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
        TABLE.rows().forEach(row -> rows.row(row, out));
        return out.toString();
    }
}
