package dev.rfsweep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTableTest {

    @Test
    void ratesAreComparedWithFillAndDecode() {
        RatioTable table = new RatioTable(List.of(
                new RatioTable.Line("fill", 16e9, 0, 1000),
                new RatioTable.Line("decode", 0.08e9, 0, 100),
                new RatioTable.Line("rfColumn space=grid", 12e9, 30_000, 4000)));
        assertThat(table.toString().lines())
                .contains(
                        "| fill | 16.000 G | 1.000 | 200.0 | 0 | 0.0000 |",
                        "| rfColumn space=grid | 12.000 G | 0.750 | 150.0 | 30000 | 0.0100 |");
    }
}
