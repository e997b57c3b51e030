package dev.rfsweep;

import dev.rfsweep.engine.Histogram;
import dev.rfsweep.engine.Sweep;
import dev.rfsweep.engine.TopK;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.Metric;
import dev.rfsweep.space.Space;
import dev.rfsweep.spec.Arch;
import dev.rfsweep.spec.Conditions;
import dev.rfsweep.spec.SpecParser;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Asks a grid of three million networks which of them see 100 to 200 pixels at stride 8. */
final class ReadmeExample {

    private ReadmeExample() {}

    public static void main(String[] args) {
        Space space = SpecParser.line("6*cn_k3,5,7_s1,2_dil1,2").space();
        List<Condition> where = Stream.of("rf=100..200", "stride=8")
                .flatMap(text -> Conditions.parse("filter", text, space.schema()).stream())
                .toList();
        List<Column> columns = Conditions.columns("rf,erf", space.schema());
        Sweep sweep = Sweep.over(space).where(where).columns(columns);

        System.out.println(sweep.count() + " of " + space.variants() + " networks");
        sweep.into(TopK.nearest(0, 150, 3)) // by column 0, which is rf
                .forEach(row -> System.out.println(
                        row.values().get(0) + ": " + Arch.of(space.automaton().unrank(row.id()))));
        SortedMap<Figure, Long> histogram = sweep.into(Histogram.of(0));
        System.out.println(histogram.get(new Figure(Metric.RF, 151)) + " see exactly 151 pixels");
    }
}
