package dev.rfsweep.internal.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void linearScalesKeepDifferences() {
        Scale scale = Scale.linear(0, 32, 100, 420);
        assertThat(scale.at(0)).isEqualTo(100);
        assertThat(scale.at(32)).isEqualTo(420);
        assertThat(scale.unit()).isEqualTo(10);
        assertThat((Iterable<Double>) scale.ticks(4)).containsExactly(0.0, 10.0, 20.0, 30.0);
    }

    @Test
    void logarithmicScalesKeepFactors() {
        Scale scale = Scale.log(1, 1000, 300, 0);
        assertThat(scale.at(1)).isEqualTo(300);
        assertThat(scale.at(10)).isCloseTo(200, within(1e-9));
        assertThat((Iterable<Double>) scale.ticks(6)).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat((Iterable<Double>) Scale.log(1, 60, 1, 0).ticks(6)).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
    }

    @Test
    void fractionsOfAPixelHaveTicksToo() {
        assertThat((Iterable<Double>) Scale.log(0.25, 200, 1, 0).ticks(6)).containsExactly(1.0, 10.0, 100.0);
        assertThat((Iterable<Double>) Scale.linear(0, 3, 1, 0).ticks(6)).containsExactly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void scalesWithoutAnEndAreRefused() {
        assertThatThrownBy(() -> Scale.log(0, 10, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scale.linear(3, 3, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
