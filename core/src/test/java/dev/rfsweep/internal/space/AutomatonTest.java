package dev.rfsweep.internal.space;

import static dev.rfsweep.internal.space.Grammars.alternative;
import static dev.rfsweep.internal.space.Grammars.conv;
import static dev.rfsweep.internal.space.Grammars.repeat;
import static dev.rfsweep.internal.space.Grammars.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutomatonTest {

    /** Positions from the end: 0, then 7 and 9; 3 and 5, and the fork of both; at last 1. Ten variants. */
    private final Automaton automaton = AutomatonBuilder.build(
            sequence(conv(1), alternative(sequence(conv(3, 5), conv(7, 9)), conv(2, 4, 6), conv(8, 10, 12)), conv(11)));

    @Test
    void everyBranchLeadsToASmallerNumber() {
        for (int position = 1; position < automaton.size(); position++) {
            for (int branch = 0; branch < automaton.branches(position); branch++) {
                assertThat(automaton.next(position, branch)).isLessThan(position);
            }
        }
        assertThat(automaton.branches(Automaton.END)).isZero();
        assertThat(automaton.root()).isEqualTo(automaton.start()).isEqualTo(automaton.size() - 1);
    }

    @Test
    void pathsAreCountedBranchByBranch() {
        assertThat(automaton.variants()).isEqualTo(10);
        assertThat(automaton.paths(Automaton.END)).isOne();
        for (int position = 1; position < automaton.size(); position++) {
            BigInteger sum = BigInteger.ZERO;
            for (int branch = 0; branch < automaton.branches(position); branch++) {
                assertThat(automaton.before(position, branch)).isEqualTo(sum);
                sum = sum.add(automaton.paths(automaton.next(position, branch)));
            }
            assertThat(automaton.paths(position)).isEqualTo(sum);
        }
    }

    @Test
    void aBranchIsFoundByTheNumberOfAPath() {
        for (int position = 1; position < automaton.size(); position++) {
            for (int branch = 0; branch < automaton.branches(position); branch++) {
                BigInteger first = automaton.before(position, branch);
                BigInteger last = first.add(automaton.paths(automaton.next(position, branch)))
                        .subtract(BigInteger.ONE);
                assertThat(automaton.branch(position, first)).isEqualTo(branch);
                assertThat(automaton.branch(position, last)).isEqualTo(branch);
            }
        }
    }

    @Test
    void rankingUndoesUnranking() {
        for (long id = 0; id < 10; id++) {
            BigInteger rank = BigInteger.valueOf(id);
            assertThat(automaton.rank(automaton.unrank(rank))).isEqualTo(rank);
        }
        assertThat(automaton.unrank(BigInteger.valueOf(5)).path()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void idsThatDoNotExistAreRefused() {
        for (long id : new long[] {-1, 10}) {
            assertThatThrownBy(() -> automaton.unrank(BigInteger.valueOf(id)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("id " + id + " is not in 0..9");
        }
    }

    @Test
    void hugeSpacesAreNumberedExactly() {
        Automaton huge = AutomatonBuilder.build(repeat(true, List.of(100), conv(1, 3, 5)));
        BigInteger last = huge.variants().subtract(BigInteger.ONE);
        assertThat(huge.variants()).isEqualTo(BigInteger.valueOf(3).pow(100));
        assertThat(huge.unrank(last).path()).hasSize(100).containsOnly(2);
        assertThat(huge.rank(huge.unrank(last))).isEqualTo(last);
    }
}
