package dev.rfsweep.cli.options;

import dev.rfsweep.internal.report.text.RowLayout;
import picocli.CommandLine.Option;

/** Which columns rows have. */
public final class ColumnOptions {

    @Option(
            names = {"-c", "--columns"},
            paramLabel = "a,b,c",
            completionCandidates = MetricNames.Columns.class,
            description = "Columns, in this order: id, arch or metrics (default: id, every metric of the space, arch).")
    private String columns;

    public RowLayout layout(Asked query) {
        if (columns == null) {
            return RowLayout.all(query.space());
        }
        query.noticeFlops(columns);
        return RowLayout.parse("--columns", columns, query.space());
    }
}
