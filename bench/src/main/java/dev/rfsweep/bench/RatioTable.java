package dev.rfsweep.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * Rates of one run beside each other.
 *
 * @param lines a line a benchmark, in the order they ran
 */
record RatioTable(List<Line> lines) {

    /**
     * What one benchmark reached.
     *
     * @param name its method and the values of its parameters
     * @param rate variants per second
     * @param bytes bytes allocated by an operation
     * @param operations operations per second
     */
    record Line(String name, double rate, double bytes, double operations) {

        static Line of(RunResult run) {
            String method = run.getParams().getBenchmark();
            method = method.substring(method.lastIndexOf('.') + 1);
            String parameters = run.getParams().getParamsKeys().stream()
                    .map(key -> " " + key + "=" + run.getParams().getParam(key))
                    .collect(Collectors.joining());

            return new Line(
                    method + parameters,
                    run.getSecondaryResults().get("variants").getScore(),
                    run.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                    run.getPrimaryResult().getScore());
        }

        double bytesPerVariant() {
            return bytes * operations / rate;
        }
    }

    static RatioTable of(Collection<RunResult> runs) {
        return new RatioTable(runs.stream().map(Line::of).toList());
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        table.append("| benchmark | variants/s | ratio to fill | ratio to decode | B/op | B/variant |\n");
        table.append("|---|---:|---:|---:|---:|---:|\n");
        for (Line line : lines) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f G | %.3f | %.1f | %.0f | %.4f |%n",
                    line.name,
                    line.rate / 1e9,
                    line.rate / rate("fill"),
                    line.rate / rate("decode"),
                    line.bytes,
                    line.bytesPerVariant()));
        }
        return table.toString();
    }

    private double rate(String name) {
        return lines.stream().filter(line -> line.name.equals(name)).findFirst().orElseThrow().rate;
    }
}
