package dev.rfsweep.cli;

import dev.rfsweep.cli.options.Asked;
import dev.rfsweep.cli.options.ColumnOptions;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.output.Quantity;
import dev.rfsweep.internal.output.RowOutput;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.query.Rows;
import dev.rfsweep.internal.report.text.RowCost;
import dev.rfsweep.internal.report.text.RowLayout;
import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Streams rows. */
@Command(
        name = "sweep",
        description = "Evaluate the variants of a space and write those that match, in ascending order of id.",
        footer = {
            "",
            "Examples:",
            "  rfsweep sweep 'cn_k3,5,7_s1,2 4*cn_k3,5_dil1,2' --columns id,rf,stride",
            "  rfsweep sweep space.yaml --where rf=180..220 --where stride=..16 -o matches.csv",
            "  rfsweep sweep space.yaml --shard 3/100 --format jsonl"
        })
final class SweepCommand extends RowCommand {

    /** What one thread writes, rounded up: narrow rows of csv. */
    private static final long ROWS_PER_SECOND = 25_000_000;

    private static final double SECONDS_A_DAY = 24 * 3600;

    @Mixin
    private final ColumnOptions columns = new ColumnOptions();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most N rows.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out the first N matches.")
    private BigInteger offset = BigInteger.ZERO;

    @Override
    public Integer call() throws IOException {
        if (limit < 0 || offset.signum() < 0) {
            throw new RfsweepException("--limit and --offset: expected at least 0");
        }
        long began = System.nanoTime();
        try (Asked query = options.open(console)) {
            RowLayout layout = columns.layout(query);
            if (query.explains()) {
                Explanation plan = rows(query, layout).explanation();
                RowCost cost = RowCost.of(plan, query.range(), layout, output.format(console), offset, limit);
                return query.explain(plan, Optional.of(cost), output.json());
            }
            Rows rows;
            try {
                rows = rows(query, layout);
            } catch (CancellationException beforeTheFirstRow) {
                try (RowOutput out = output.open(query, layout.fields())) {
                    out.finish();
                }
                return stopped(new Outcome(0, false, query.range().from()), query);
            }
            requireFeasible(rows);
            return write(rows, query, layout, began);
        }
    }

    private static Rows rows(Asked query, RowLayout layout) {
        return query.about(layout.columns()).rows(layout.columns());
    }

    private int write(Rows rows, Asked query, RowLayout layout, long began) throws IOException {
        try (RowOutput out = output.open(query, layout.fields())) {
            Outcome outcome = rows.stream(out.rows(), offset, limit, chunk -> {
                console.stop().setResumable();
                out.write(chunk);
            });
            out.finish();
            query.progress().close();
            if (output.hasFile() && outcome.complete()) {
                query.tell(written(outcome, query.range().length(), (System.nanoTime() - began) / 1e9));
            }
            return outcome.complete() ? output.code(outcome.rows() == 0) : stopped(outcome, query);
        }
    }

    private static String written(Outcome outcome, BigInteger ids, double seconds) {
        return NumberText.of(outcome.rows()) + " of " + NumberText.of(ids) + " written in " + Quantity.elapsed(seconds);
    }

    /** A file takes its place when it is whole, so one that never will be is refused; a pipe has its rows at once. */
    private void requireFeasible(Rows rows) {
        if (!output.hasFile() || rows.count().isEmpty()) {
            return;
        }
        BigInteger rest = rows.count().get().subtract(offset);
        BigInteger most = limit == Long.MAX_VALUE ? rest : rest.min(BigInteger.valueOf(limit));
        double seconds = most.doubleValue() / ((double) ROWS_PER_SECOND * rows.threads());
        if (seconds > SECONDS_A_DAY) {
            throw new RefusedException("writing " + NumberText.of(most) + " rows to a file would take at least "
                    + Quantity.time(seconds) + " on " + Quantity.threads(rows.threads())
                    + "; choose fewer with --limit, --ids or --where");
        }
    }

    private int stopped(Outcome outcome, Asked query) {
        query.close();
        if (outcome.rows() == 0 && offset.signum() > 0) {
            console.tell("stopped before the first row; run the same command again");
            return Exit.STOPPED;
        }
        String rest = limit == Long.MAX_VALUE ? "" : " --limit " + (limit - outcome.rows());
        console.tell("stopped after " + NumberText.of(outcome.rows()) + " rows; resume with --ids " + outcome.next()
                + ".." + query.range().to() + rest);
        return Exit.STOPPED;
    }
}
