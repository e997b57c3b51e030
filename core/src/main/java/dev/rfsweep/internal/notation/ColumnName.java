package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Nearest;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Metric.Need;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns a name stands for. */
final class ColumnName {

    /** What papers on architecture search call multiply-adds. */
    private static final String FLOPS = "flops";

    private static final String SIZE = "the size of the input: give input.size in a file";
    private static final String CHANNELS = "a c somewhere, such as cn_k3_c64";

    private ColumnName() {}

    /** The columns of {@code name}: one, or one an axis; never none. */
    static List<Column> resolve(Span name, Schema schema) {
        return resolve(name, schema, List.of());
    }

    /** The same where {@code others}, which are no metrics, may stand as well, as errors say. */
    static List<Column> resolve(Span name, Schema schema, List<String> others) {
        String label = name.text().equals(FLOPS) ? Metric.MACS.label() : name.text();
        Optional<Column> exact = schema.column(label);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        Optional<Metric> metric = metric(label);
        List<Column> columns = metric.map(schema::columns).orElse(List.of());
        if (!columns.isEmpty()) {
            return columns;
        }
        if (metric.isPresent()) {
            throw without(name, metric.get(), schema);
        }
        throw unknown(name, schema, others);
    }

    static String labels(List<Column> columns, Schema schema) {
        return columns.stream().map(column -> column.label(schema.rank())).collect(Collectors.joining(", "));
    }

    private static SpecException unknown(Span name, Schema schema, List<String> others) {
        String label = name.text();
        int suffix = label.lastIndexOf('_');
        Optional<Metric> metric = metric(suffix < 0 ? label : label.substring(0, suffix));
        if (metric.isPresent() && schema.axesAgree() && metric.get().perAxis()) {
            return name.fail("expected " + metric.get().label() + ": the axes of this space always agree");
        }
        List<String> known = Stream.concat(
                        others.stream(), schema.columns().stream().map(column -> column.label(schema.rank())))
                .toList();
        List<String> all = Stream.concat(known.stream(), Metric.all().stream().map(Metric::label))
                .distinct()
                .toList();
        return name.fail("expected one of " + String.join(", ", known) + Nearest.hint(label, all));
    }

    private static Optional<Metric> metric(String label) {
        return Metric.all().stream()
                .filter(metric -> metric.label().equals(label))
                .findFirst();
    }

    /** What a space lacks that has no column of {@code metric}. */
    private static SpecException without(Span name, Metric metric, Schema schema) {
        String needs = "but " + metric.label() + " needs ";
        boolean channels =
                metric.needs(Need.CHANNELS) && schema.columns(Metric.PARAMS).isEmpty();
        boolean size = (metric.needs(Need.SIZE) || metric.needs(Need.PADDING))
                && schema.columns(Metric.OUT).isEmpty();
        if (!size) {
            return name.fail(needs + CHANNELS);
        }
        String more = channels ? CHANNELS + " (channels of the input are not enough), and " : "";
        return name.fail(needs + more + SIZE, new Remedy.SpaceInputSize());
    }
}
