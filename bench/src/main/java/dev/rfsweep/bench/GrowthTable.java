package dev.rfsweep.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * What answers take, by the size of the space.
 *
 * @param times by number of layers, then by method of {@link GrowthBenchmark}, in milliseconds
 */
record GrowthTable(SortedMap<Integer, Map<String, Double>> times) {

    static GrowthTable of(Collection<RunResult> runs) {
        return new GrowthTable(runs.stream()
                .collect(Collectors.groupingBy(
                        run -> Integer.valueOf(run.getParams().getParam("layers")),
                        TreeMap::new,
                        Collectors.toMap(GrowthTable::method, run -> run.getPrimaryResult()
                                .getScore()))));
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        table.append("| layers | variants | states of count | count | states of the others | histogram | top |\n");
        table.append("|---:|---:|---:|---:|---:|---:|---:|\n");
        times.forEach((layers, time) -> table.append(String.format(
                Locale.ROOT,
                "| %d | %s | %,d | %.3f ms | %,d | %.3f ms | %.3f ms |%n",
                layers,
                variants(layers),
                states(GrowthBenchmark.dictOfCount(layers)),
                time.get("count"),
                states(GrowthBenchmark.dictOfStride(layers)),
                time.get("histogram"),
                time.get("top"))));
        return table.toString();
    }

    private static String variants(int layers) {
        BigDecimal variants = new BigDecimal(GrowthBenchmark.grid(layers).variants());
        return String.format(Locale.ROOT, "%.2e", variants.round(new MathContext(3)));
    }

    private static long states(DictGrid grid) {
        grid.histogram(1);
        return grid.states();
    }

    private static String method(RunResult run) {
        String benchmark = run.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
