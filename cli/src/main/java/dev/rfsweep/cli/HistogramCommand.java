package dev.rfsweep.cli;

import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.cli.options.MetricNames;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.output.Bars;
import dev.rfsweep.internal.output.Bins;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.RowOutput;
import dev.rfsweep.internal.output.TypedTable;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts matches by the value of one metric. */
@Command(
        name = "histogram",
        description = "Count the variants that match by the value of a metric, exactly, ascending.",
        footer = {
            "",
            "Examples:",
            "  rfsweep histogram space.yaml --by stride",
            "  rfsweep histogram space.yaml --by rf --bins 20 --where params=..5M"
        })
final class HistogramCommand extends RowCommand {

    /** A limit for the output, because empty bins are rows, too. */
    private static final int MOST_BINS = 1_000_000;

    @Option(
            names = "--by",
            paramLabel = "M",
            required = true,
            completionCandidates = MetricNames.class,
            description = "The metric.")
    private String by;

    @Option(
            names = "--bins",
            paramLabel = "N",
            description =
                    "At most N bins of equal width from the least value to the greatest; M is the least value that"
                            + " a bin can hold, and empty bins are listed (default: one row a value that occurs).")
    private Integer bins;

    @Override
    public Integer call() throws IOException {
        try (Asked query = options.open(console)) {
            query.noticeFlops(by);
            Column column = Conditions.column("--by", by, query.schema());
            check(column);
            Answers answers = query.about(List.of(column));
            if (query.explains()) {
                return query.explain(answers.planCounts(List.of(column)), output.json());
            }
            List<TypedTable.Field> fields =
                    TypedTable.histogramOf(column, query.schema().rank());
            boolean screen = output.toScreen(console);
            try (RowOutput out = output.open(query, OutputColumn.of(screen ? Bars.beside(fields) : fields, screen))) {
                SortedMap<Figure, BigInteger> counts = answers.histogram(column);
                TypedTable table = TypedTable.histogram(fields, bins == null ? counts : Bins.of(counts, bins));
                out.table(screen ? Bars.beside(table, console.width()) : table);
                out.finish();
                return output.code(counts.isEmpty());
            }
        }
    }

    private void check(Column column) {
        if (bins != null && (bins < 1 || bins > MOST_BINS)) {
            throw new RfsweepException("--bins: found '" + bins + "', expected 1.." + MOST_BINS);
        }
        if (bins != null && !column.metric().isWhole()) {
            throw new RfsweepException(
                    "--bins: " + column.metric() + " is not a whole number; leave --bins out to have every value");
        }
    }
}
