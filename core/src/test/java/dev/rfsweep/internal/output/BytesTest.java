package dev.rfsweep.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    /** Where the number of digits changes, on both sides of zero. */
    static LongStream edges() {
        LongStream powers = LongStream.iterate(1, power -> power * 10).limit(19);
        return LongStream.concat(
                LongStream.of(0, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L),
                powers.flatMap(power -> LongStream.of(power - 1, power, power + 1, -power, 1 - power)));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void formatsEveryLengthOfNumber(long value) {
        assertThat(new Bytes(0).append(value)).hasToString(Long.toString(value));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void formatsRandomNumbersOfEveryMagnitude(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100_000; round++) {
            long value = random.nextLong() >> random.nextInt(64);
            assertThat(new Bytes(32).append(value).toString()).isEqualTo(Long.toString(value));
        }
    }

    /** Every capacity that ends before, inside and behind the number: it must grow, and must not touch what is there. */
    @Test
    void growsWithoutLosingWhatIsThere() {
        for (int capacity = 0; capacity < 64; capacity++) {
            Bytes bytes = new Bytes(capacity);
            StringBuilder expected = new StringBuilder();
            for (long value : new long[] {7, Long.MIN_VALUE, 0, Long.MAX_VALUE, -12}) {
                bytes.append(value).append((byte) ' ');
                expected.append(value).append(' ');
            }
            assertThat(bytes).as("capacity %d", capacity).hasToString(expected.toString());
        }
    }

    /** A number may be written into the last bytes of an array: nothing behind its digits is touched. */
    @ParameterizedTest
    @MethodSource("edges")
    void writesNothingBehindTheDigits(long value) {
        byte[] guarded = new byte[64];
        Arrays.fill(guarded, (byte) '#');
        int end = Decimal.put(value, guarded, 20);
        assertThat(new String(guarded, StandardCharsets.US_ASCII))
                .isEqualTo("#".repeat(20) + value + "#".repeat(64 - end));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "20000, 2.0", "16330, 1.633", "10001, 1.0001", "100000000000, 10000000.0", "5774, 0.5774"})
    void decimalsLoseTrailingZerosButForOne(long units, String text) {
        assertThat(new Bytes(0).append(units, 4)).hasToString(text);
    }

    @Test
    void writesUtf8() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Bytes(1).append("größe").writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("größe");
    }
}
