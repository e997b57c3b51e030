package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTextTest {

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
        assertThat(PlanText.span(seconds)).isEqualTo(expected);
    }
}
