package dev.rfsweep.cli.options;

import dev.rfsweep.model.metric.Metric;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Candidates for shell completion where a metric is expected. */
public class MetricNames implements Iterable<String> {

    private final List<String> names = new ArrayList<>();

    /** Metrics alone, as behind {@code --by}. */
    MetricNames() {
        this("");
    }

    private MetricNames(String behind, String... more) {
        names.addAll(List.of(more));
        Metric.all().forEach(metric -> names.add(metric.label() + behind));
    }

    @Override
    public Iterator<String> iterator() {
        return names.iterator();
    }

    /** As {@code --where} begins. */
    static final class Conditions extends MetricNames {
        Conditions() {
            super("=");
        }
    }

    /** What {@code --columns} takes. */
    static final class Columns extends MetricNames {
        Columns() {
            super("", "id", "arch");
        }
    }
}
