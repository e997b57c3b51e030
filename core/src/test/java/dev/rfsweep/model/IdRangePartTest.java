package dev.rfsweep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class IdRangePartTest {

    private static final IdRange RANGE = range(3, 14);

    @Test
    void partsFollowEachOtherAndDifferByOneAtMost() {
        assertThat(RANGE.part(0, 4)).isEqualTo(range(3, 5));
        assertThat(RANGE.part(1, 4)).isEqualTo(range(5, 8));
        assertThat(RANGE.part(2, 4)).isEqualTo(range(8, 11));
        assertThat(RANGE.part(3, 4)).isEqualTo(range(11, 14));
    }

    @Test
    void whatIsBeyondTheEndIsNotThere() {
        assertThat(RANGE.skip(BigInteger.TEN)).isEqualTo(range(13, 14));
        assertThat(RANGE.skip(BigInteger.TWO.pow(70))).isEqualTo(range(14, 14));
        assertThat(RANGE.limit(2)).isEqualTo(range(3, 5));
        assertThat(RANGE.limit(Long.MAX_VALUE)).isEqualTo(RANGE);
        assertThat(RANGE.limit(0).isEmpty()).isTrue();
        assertThat(RANGE.isEmpty()).isFalse();
        assertThat(RANGE.length()).isEqualTo(11);
    }

    @Test
    void bothEndsCountWhereOneRangeIsWithinAnother() {
        assertThat(RANGE.isWithin(RANGE)).isTrue();
        assertThat(RANGE.isWithin(range(4, 14))).isFalse();
        assertThat(RANGE.isWithin(range(3, 13))).isFalse();
    }

    @Test
    void noRangeRunsBackwardsOrBelowZero() {
        assertThatThrownBy(() -> range(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static IdRange range(long from, long to) {
        return new IdRange(BigInteger.valueOf(from), BigInteger.valueOf(to));
    }
}
