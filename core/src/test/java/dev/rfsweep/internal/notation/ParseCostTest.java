package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Space;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Long and deep texts answer or are refused in seconds: each of these took minutes, or all memory. What counts is the time
 * of the processor, which other programs do not add to.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class ParseCostTest {

    private static final long MOST_NANOS = 4_000_000_000L;

    /** Runs {@code parse} in this thread, and no longer than people wait. */
    private static Space timed(Supplier<Space> parse) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        Space space = parse.get();
        assertThat(clock.getCurrentThreadCpuTime() - began).isLessThan(MOST_NANOS);
        return space;
    }

    @ParameterizedTest
    @CsvSource({"2, cn_k3", "'1,2', 'cn_k3,5'", "'1,2', id", "'1,2', cn_k3"})
    void nestedCopiesMultiplyAndAreCountedBeforehand(String counts, String block) {
        String space = "stages: [" + nested(30, "each: true, repeat: '" + counts + "'", "'" + block + "'") + "]";
        assertThatThrownBy(() -> SpecParser.text("x.yaml", space, false))
                .isInstanceOf(SpecException.class)
                .hasMessageMatching(
                        "x.yaml:1:[0-9]+: found 'repeat', but more than 1048576 joint choices or copies; copy less often");
    }

    /** A level of copies, once or twice each, takes twice what is in it and a fork. */
    @Test
    void whatIsCountedBeforehandIsWhatIsLaid() {
        String small = "stages: [" + nested(9, "each: true, repeat: '1,2'", "cn_k3") + "]";
        int ends = 1; // besides 2^10 - 1 positions
        assertThat(SpecParser.text("x.yaml", small, false).space().automaton().size())
                .isEqualTo((1 << 10) - 1 + ends);
    }

    @Test
    void twentyThousandAlternatives() {
        String options = IntStream.range(0, 20_000)
                .mapToObj(at -> "cn_k" + (1 + at % 300) + "_dil" + (1 + at / 300))
                .collect(Collectors.joining("|"));
        Space space = timed(() -> SpecParser.line(options).space());
        assertThat(space.variants()).isEqualTo(BigInteger.valueOf(20_000));
        String items = options.replace('|', ',');
        assertThat(timed(() -> SpecParser.text("x.yaml", "stages: [{any: [" + items + "]}]", false)
                                .space())
                        .variants())
                .isEqualTo(BigInteger.valueOf(20_000));
    }

    @Test
    void whiteSpaceIsReadOnce() {
        String far = " ".repeat(1_000_000);
        assertThat(timed(() -> SpecParser.line("cn_k3,5" + far + "cn_k3,5 |" + far + "mp_k2 ;; ")
                                .space())
                        .variants())
                .isEqualTo(BigInteger.valueOf(6));
    }

    @Test
    void aDescriptionHasAtMost65536Blocks() {
        assertThat(timed(() -> SpecParser.text("x.yaml", "stages:\n" + "- cn_k3\n".repeat(1 << 16), false)
                                .space())
                        .variants())
                .isEqualTo(BigInteger.ONE);
        assertThatThrownBy(() -> SpecParser.text("x.yaml", "stages:\n" + "- cn_k3\n".repeat(100_000), false))
                .hasMessage(
                        "x.yaml:65538:3: found 'cn_k3', expected at most 65536 blocks in one description; copies are"
                                + " written 100*cn_k3");
    }

    @Test
    void numbersOfVariantsThatFillTheMemoryAreRefused() {
        assertThat(SpecParser.line("10000*cn_k3,5,7,9").space().variants())
                .isEqualTo(BigInteger.valueOf(4).pow(10_000));
        assertThatThrownBy(() -> SpecParser.line("10000*cn_k1..9999"))
                .hasMessageStartingWith("<space>:1:7: found 'cn_k1..9999', but from here on there are already 10^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rank\": #, \"stages\": [\"cn_k3\"]}",
                "{\"stages\": [\"cn_k3\"",
                "{\"stages\": [cn_k3]}",
            })
    void malformedJsonIsToldWithoutNamesOfClasses(String text) {
        assertThatThrownBy(() -> SpecParser.text("x.json", text.replace("#", "9".repeat(2000)), true))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("x.json:1:")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("Stream", "`", "Source", "Json"));
    }

    private static String nested(int depth, String keys, String block) {
        return ("{" + keys + ", of: [").repeat(depth) + block + "]}".repeat(depth);
    }
}
