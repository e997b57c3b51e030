package dev.rfsweep.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "999 | 999",
                "1000 | 1,000",
                "-1234567 | -1,234,567",
                "999999999 | 999,999,999",
                "1000000000 | 1,000,000,000 (1.0e9)",
                "22159000000000000000 | 22,159,000,000,000,000,000 (2.2e19)",
                "9960000000 | 9,960,000,000 (1.0e10)",
                "4019988717840603673710821376 | 4,019,988,717,840,603,673,710,821,376 (4.0e27)"
            })
    void numbersAreGroupedAndLargeOnesRoundedBeside(BigInteger number, String text) {
        assertThat(NumberText.of(number)).isEqualTo(text);
    }
}
