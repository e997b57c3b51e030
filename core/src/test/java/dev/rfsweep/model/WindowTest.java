package dev.rfsweep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.model.metric.EffectiveField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of one window: where its padding goes and when it no longer fits. */
class WindowTest {

    @ParameterizedTest(name = "{3} of k{0} s{1} dil{2} over {4}: {5} before, {6} behind, {7} out")
    @CsvSource({
        "3, 1, 1, VALID, 5, 0, 0, 3",
        "3, 1, 1, VALID, 3, 0, 0, 1",
        "3, 1, 1, VALID, 2, 0, 0, 0",
        // far too small is no unit either, whatever the stride
        "7, 4, 1, VALID, 2, 0, 0, -1",
        // an even window leans to the end
        "4, 1, 1, SAME, 9, 1, 2, 9",
        "3, 2, 2, SAME, 9, 2, 2, 5",
        "3, 2, 1, SAME, 8, 1, 1, 4",
        "1, 2, 1, SAME, 8, 0, 0, 4",
        // the odd pixel at the end, or at the beginning
        "3, 2, 1, SAME_UPPER, 8, 0, 1, 4",
        "3, 2, 1, SAME_LOWER, 8, 1, 0, 4",
        "4, 1, 1, SAME_UPPER, 9, 1, 2, 9",
        "4, 1, 1, SAME_LOWER, 9, 2, 1, 9",
        "3, 2, 1, SAME_UPPER, 9, 1, 1, 5",
        "3, 2, 3, SAME_UPPER, 8, 2, 3, 4",
        // stride above kernel: nothing is missing, and nothing is cropped
        "1, 2, 1, SAME_UPPER, 8, 0, 0, 4",
        "2, 5, 1, SAME_UPPER, 9, 0, 0, 2",
        "2, 5, 1, SAME_UPPER, 11, 0, 1, 3",
        "2, 5, 1, SAME_LOWER, 11, 1, 0, 3",
        "3, 4, 1, SAME_UPPER, 1, 1, 1, 1",
    })
    void paddingModes(
            int kernel, int stride, int dilation, Padding.Auto mode, long size, long low, long high, long out) {
        Window window = new Window(kernel, stride, dilation, mode);
        assertThat(window.low(size)).isEqualTo(low);
        assertThat(window.high(size)).isEqualTo(high);
        assertThat(window.out(size)).isEqualTo(out);
    }

    @ParameterizedTest(name = "k{0} s{1} with {2} before and {3} behind over {4}: {5} out")
    @CsvSource({
        "3, 1, 2, 0, 5, 5",
        // negative padding crops
        "3, 1, -1, 0, 5, 2",
        "3, 1, -1, -1, 5, 1",
        "3, 1, -1, -1, 4, 0",
        "1, 1, -3, -2, 4, -1",
        "3, 1, -1, 3, 5, 5",
    })
    void fixedPadding(int kernel, int stride, int low, int high, long size, long out) {
        Window window = new Window(kernel, stride, 1, new Padding.Fixed(low, high));
        assertThat(window.out(size)).isEqualTo(out);
        assertThat(window.field(window.low(size), 0).pad()).isEqualTo(low);
    }

    @Test
    void theFieldOfAWindowIsItsReachAndItsTaps() {
        // taps at 0, 2, 4: 12V = 2*2*(3*3 - 1)
        assertThat(new Window(3, 2, 2, Padding.Auto.SAME)
                        .field(2, EffectiveField.spread(new Window(3, 2, 2, Padding.Auto.SAME))))
                .isEqualTo(new AxisField(2, 4, 2, 32));
    }

    @Test
    void aReachBeyondAnIntIsExact() {
        Window window = new Window(Integer.MAX_VALUE, 1, Integer.MAX_VALUE, Padding.Auto.VALID);
        assertThat(window.reach()).isEqualTo(4611686011984936962L);
        assertThatThrownBy(() -> EffectiveField.spread(window)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void onlyTheOnnxModesNeedTheInputSize() {
        assertThat(Padding.Auto.values())
                .filteredOn(Padding.Auto::needsSize)
                .containsExactly(Padding.Auto.SAME_UPPER, Padding.Auto.SAME_LOWER);
        assertThat(new Padding.Fixed(0, 0).needsSize()).isFalse();
    }

    @Test
    void zeroesAreRefused() {
        assertThatThrownBy(() -> new Window(0, 1, 1, Padding.Auto.VALID)).hasMessageContaining("were 0, 1 and 1");
        assertThatThrownBy(() -> new Window(1, 0, 1, Padding.Auto.VALID)).hasMessageContaining("were 1, 0 and 1");
        assertThatThrownBy(() -> new Window(1, 1, 0, Padding.Auto.VALID)).hasMessageContaining("were 1, 1 and 0");
    }
}
