package dev.rfsweep.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0.2, 1 s",
        "1.24, 1.2 s",
        "119, 120 s",
        "150, 2.5 min",
        "7200, 2 h",
        "200000, 2.3 days",
        "63072000, 2 years",
        "3.2e16, 1000000000 years"
    })
    void timesHaveTheUnitThatSuitsThem(double seconds, String expected) {
        assertThat(Quantity.time(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 bytes", "999, 1000 bytes", "1000, 1 kB", "1536000, 1.5 MB", "2.5e13, 25 TB", "3e30, 3 QB"})
    void sizesHaveTheUnitThatSuitsThem(double bytes, String text) {
        assertThat(Quantity.size(bytes)).isEqualTo(text);
    }
}
