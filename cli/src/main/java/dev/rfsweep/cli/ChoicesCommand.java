package dev.rfsweep.cli;

import dev.rfsweep.internal.notation.arch.DecisionText;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.query.ChoiceCount;
import dev.rfsweep.model.NumberText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what the matches have in common. */
@Command(
        name = "choices",
        description = {
            "For every value of every choice in the space, how many of the variants that match take it, and their share of"
                    + " all that match.",
            "Below a stage, .N is copy N, |N alternative N and /N part N of a sequence: 3.2|1."
        },
        footer = {
            "",
            "Examples:",
            "  rfsweep choices space.yaml --where rf=224..448",
            "  rfsweep choices '4*cn_k3,5,7_s1,2' --where rf=31 --format table"
        })
final class ChoicesCommand implements Callable<Integer> {

    private static final int DIGITS = 6;

    private final Console console;

    @Mixin
    private final QueryOptions options = new QueryOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ChoicesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Asked query = options.open(console)) {
            if (query.explains()) {
                return query.explain(query.answers().plan(List.of()), output.json());
            }
            List<ChoiceCount> rows = new ArrayList<>();
            DecisionText words = new DecisionText(query.space());
            boolean grouped = output.toScreen(console);
            BigInteger[] matches = {BigInteger.ZERO};
            List<OutputColumn> fields = List.of(
                    text("stage", rows, row -> row.decision().stage()),
                    text("key", rows, row -> row.decision().key()),
                    text("value", rows, row -> words.value(row.decision())),
                    number(
                            "count",
                            rows,
                            row -> grouped
                                    ? NumberText.of(row.count())
                                    : row.count().toString()),
                    number("share", rows, row -> share(row.count(), matches[0])));
            try (RowOutput out = output.open(query, fields)) {
                rows.addAll(query.answers().choices());
                matches[0] = query.answers().count();
                for (int row = 0; row < rows.size(); row++) {
                    out.row(BigInteger.valueOf(row), List.of());
                }
                out.finish();
                return output.code(matches[0].signum() == 0);
            }
        }
    }

    /** Cells are looked up by the number of the row, which stands where other rows have their id. */
    private static OutputColumn text(String label, List<ChoiceCount> rows, Function<ChoiceCount, String> cell) {
        return new OutputColumn.Text(label, (row, out) -> out.append(cell.apply(rows.get(row.intValueExact()))));
    }

    private static OutputColumn number(String label, List<ChoiceCount> rows, Function<ChoiceCount, String> cell) {
        return new OutputColumn.Numeral(label, (row, out) -> out.append(cell.apply(rows.get(row.intValueExact()))));
    }

    private static String share(BigInteger count, BigInteger matches) {
        if (count.signum() == 0) {
            return "0";
        }
        return new BigDecimal(count)
                .divide(new BigDecimal(matches), DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
