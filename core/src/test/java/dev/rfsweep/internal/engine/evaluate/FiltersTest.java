package dev.rfsweep.internal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rfsweep.internal.engine.TableSpaces;
import dev.rfsweep.internal.engine.evaluate.Filters.Verdict;
import dev.rfsweep.model.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as sums that pass, and what they say of many sums at once. */
class FiltersTest {

    private static final String FREE = "{stages: ['3*cn_k3,5_s1,2']}";
    private static final String DIFFER = "{input: {size: [9, 30]}, stages: ['3*cn_k3x5,5x1_s1,2_padvalid']}";

    private static Filters filters(String space, String... conditions) {
        List<String> described = new ArrayList<>(List.of(space));
        described.addAll(List.of(conditions));
        return TableSpaces.question(described).filters();
    }

    /** Sums of rf are one less than rf. */
    @Test
    void partsAndGapsAreOfSums() {
        Filters filters = filters(FREE, "rf=3..5,9,20..");
        assertThat(filters.count()).isEqualTo(1);
        assertThat(filters.parts(0)).containsExactly(new Range(2, 4), new Range(8, 8), new Range(19, Long.MAX_VALUE));
        assertThat(filters.gaps(0)).containsExactly(new Range(5, 7), new Range(9, 18));
        assertThat(List.of(filters.low(0), filters.high(0))).containsExactly(2L, Long.MAX_VALUE);
    }

    @Test
    void conditionsOnOneColumnAreOneFilter() {
        Filters filters = filters(FREE, "rf=3..", "rf=..9", "rf!=5");
        assertThat(filters.count()).isEqualTo(1);
        assertThat(filters.parts(0)).containsExactly(new Range(2, 3), new Range(5, 8));
        assertThat(filters(FREE, "rf=3..4", "rf=8").parts(0)).isEmpty();
        assertThat(filters(FREE, "rf=3..4", "rf=8").verdict(0, -1_000_000, 1_000_000))
                .isEqualTo(Verdict.NONE);
    }

    @Test
    void aConditionWithoutAnAxisHoldsOnAll() {
        assertThat(filters(DIFFER, "rf_w=5..").count()).isEqualTo(1);
        assertThat(filters(DIFFER, "rf=5..").count()).isEqualTo(2);
        assertThat(filters(DIFFER, "rf=5..", "rf_h=..9").parts(0)).containsExactly(new Range(4, 8));
        assertThat(filters(DIFFER).count()).isZero();
    }

    /** Over every range of sums from -1 to 12: what each sum by itself says. */
    @ParameterizedTest
    @ValueSource(strings = {"rf=3..5", "rf=3..5,9", "rf!=4", "rf=..4,7..", "rf=6", "rf=1..40"})
    void aVerdictIsWhatAllSumsOfARangeSay(String condition) {
        Filters filters = filters(FREE, condition);
        for (long least = -1; least <= 12; least++) {
            for (long most = least; most <= 12; most++) {
                int pass = 0;
                for (long sum = least; sum <= most; sum++) {
                    long at = sum;
                    pass += filters.parts(0).stream().anyMatch(part -> part.contains(at)) ? 1 : 0;
                }
                Verdict verdict = filters.verdict(0, least, most);
                assertThat(verdict == Verdict.ALL)
                        .as("%s all pass %d..%d", condition, least, most)
                        .isEqualTo(pass == most - least + 1);
                assertThat(verdict == Verdict.NONE)
                        .as("%s none passes %d..%d", condition, least, most)
                        .isEqualTo(pass == 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 3, 2",
        "-9223372036854775808, 1, -9223372036854775808",
        "9223372036854775807, -1, 9223372036854775807",
        "-9223372036854775807, 9223372036854775807, -9223372036854775808",
        "0, -9223372036854775808, 9223372036854775807"
    })
    void differencesEndWhereLongsDo(long bound, long base, long difference) {
        assertThat(Filters.minus(bound, base)).isEqualTo(difference);
    }

    @Test
    void theLeastCertainSumLeavesRoomForAllThatMayBeAdded() {
        Filters filters = filters(FREE, "rf=3..5,9..20");
        assertThat(filters.leastCertain(0, 0, 0, 0)).isEqualTo(2);
        assertThat(filters.leastCertain(0, 3, 0, 1)).isEqualTo(3);
        assertThat(filters.leastCertain(0, 4, 0, 1)).isEqualTo(8);
        assertThat(filters.leastCertain(0, 0, 1, 5)).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> filters.leastCertain(0, 0, 0, 12));
    }
}
