package dev.rfsweep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GrowthTableTest {

    @Test
    void timesStandBesideVariantsAndStates() {
        GrowthTable table = new GrowthTable(new TreeMap<>(Map.of(
                20, Map.of("count", 1.0, "histogram", 2.0, "top", 3.0),
                6, Map.of("count", 0.25, "histogram", 0.1, "top", 0.125))));
        assertThat(table.toString().lines())
                .containsSubsequence(
                        "| 6 | 2.99e+06 | 1,305 | 0.250 ms | 1,027 | 0.100 ms | 0.125 ms |",
                        "| 20 | 3.83e+21 | 8,054 | 1.000 ms | 15,279 | 2.000 ms | 3.000 ms |");
    }
}
