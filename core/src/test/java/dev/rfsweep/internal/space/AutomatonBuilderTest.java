package dev.rfsweep.internal.space;

import static dev.rfsweep.internal.space.Grammars.alternative;
import static dev.rfsweep.internal.space.Grammars.conv;
import static dev.rfsweep.internal.space.Grammars.extents;
import static dev.rfsweep.internal.space.Grammars.repeat;
import static dev.rfsweep.internal.space.Grammars.repeated;
import static dev.rfsweep.internal.space.Grammars.sequence;
import static dev.rfsweep.internal.space.Grammars.variants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every form of grammar is laid out to, by hand: all variants in order of their ids. */
class AutomatonBuilderTest {

    private static final Block NOTHING = new Block(BlockType.ID, List.of(), false, true);

    private static List<String> laid(Node node) {
        return variants(AutomatonBuilder.build(node));
    }

    @Test
    void aBlockIsAStepOverItsJointChoices() {
        assertThat(laid(conv(1, 3))).containsExactly("1", "3");
        Block two = new Block(BlockType.CN, List.of(extents(Key.K, 1, 3), extents(Key.S, 1, 2)), false, true);
        assertThat(laid(two)).containsExactly("1/1", "1/2", "3/1", "3/2"); // the leftmost key is the slowest
    }

    @Test
    void ofASequenceTheFirstPartIsTheSlowest() {
        assertThat(laid(sequence(conv(1, 3), conv(5, 7)))).containsExactly("1 5", "1 7", "3 5", "3 7");
        assertThat(laid(sequence())).containsExactly("");
    }

    @Test
    void alternativesFollowOneAnother() {
        assertThat(laid(sequence(alternative(conv(1, 3), sequence(conv(5), conv(7)), NOTHING), conv(9))))
                .containsExactly("1 9", "3 9", "5 7 9", "9");
        assertThat(laid(alternative(conv(1, 3)))).containsExactly("1", "3");
    }

    @Test
    void repeatsThatShareOneChoiceAreOneStep() {
        Automaton automaton = AutomatonBuilder.build(repeated(false, new int[] {1, 3}, extents(Key.K, 1, 5)));
        assertThat(variants(automaton)).containsExactly("1", "5", "1 1 1", "5 5 5");
        assertThat(automaton.size()).isEqualTo(2);
    }

    @Test
    void onlyTheFirstOfTheRepeatsHasAStride() {
        Choice strides = extents(Key.S, 1, 2);
        assertThat(laid(repeated(false, new int[] {2}, extents(Key.K, 3), strides)))
                .containsExactly("3/1 3", "3/2 3");
        assertThat(laid(repeated(true, new int[] {2}, extents(Key.K, 3, 5), strides)))
                .containsExactly("3/1 3", "3/1 5", "3/2 3", "3/2 5", "5/1 3", "5/1 5", "5/2 3", "5/2 5");
    }

    @Test
    void repeatsThatChooseForThemselvesAreInOrderOfTheirNumber() {
        assertThat(laid(repeated(true, new int[] {2, 1}, extents(Key.K, 1, 5))))
                .containsExactly("1 1", "1 5", "5 1", "5 5", "1", "5");
    }

    /** One copy, or two: the end, a later copy, a first one in front of each, and the fork. */
    @Test
    void nothingIsLaidThatNoPathReaches() {
        Automaton automaton = AutomatonBuilder.build(repeated(true, new int[] {1, 2}, extents(Key.K, 1, 5)));
        assertThat(automaton.size()).isEqualTo(1 + 1 + 2 + 1);
        Set<Integer> reached = new TreeSet<>();
        for (long id = 0; id < automaton.variants().longValueExact(); id++) {
            automaton.follow(BigInteger.valueOf(id), (position, branch) -> {
                reached.add(position);
                reached.add(automaton.next(position, branch));
            });
        }
        assertThat(reached).hasSize(automaton.size());
    }

    @Test
    void copiesThatShareOneChoiceAreOneStep() {
        Automaton automaton = AutomatonBuilder.build(repeat(false, List.of(1, 2), sequence(conv(1, 3), conv(5))));
        assertThat(variants(automaton)).containsExactly("1 5", "3 5", "1 5 1 5", "3 5 3 5");
        assertThat(automaton.size()).isEqualTo(2);
    }

    @Test
    void copiesThatChooseForThemselvesShareTheirEnds() {
        Automaton automaton = AutomatonBuilder.build(repeat(true, List.of(0, 2, 1), conv(1, 3)));
        assertThat(variants(automaton)).containsExactly("", "1 1", "1 3", "3 1", "3 3", "1", "3");
        assertThat(automaton.size()).isEqualTo(1 + 2 + 1); // the end, two copies, and the fork
    }

    @Test
    void copiesOfTheSameBlockShareTheirOptions() {
        Block block = conv(1, 3);
        Automaton automaton = AutomatonBuilder.build(sequence(block, block, conv(1, 3)));
        Automaton.Step first = (Automaton.Step) automaton.at(3);
        Automaton.Step second = (Automaton.Step) automaton.at(2);
        Automaton.Step equal = (Automaton.Step) automaton.at(1);
        assertThat(first.options()).isSameAs(second.options()).isNotSameAs(equal.options());
    }

    @Test
    void positionsKnowWhereTheyComeFrom() {
        Block block = conv(1, 3);
        Automaton automaton = AutomatonBuilder.build(sequence(conv(5), repeat(true, List.of(2), block)));
        assertThat(List.of(automaton.at(1), automaton.at(2)))
                .allMatch(position -> position.origin().node() == block);
        assertThat(automaton.at(1).origin().trail().label()).isEqualTo("2.2");
        assertThat(automaton.at(2).origin().trail().label()).isEqualTo("2.1");
        assertThat(automaton.at(3).origin().trail().label()).isEqualTo("1");
    }

    @Test
    void whatCannotBeLaidIsRefusedWhereItStands() {
        Block inner = conv(1, 3);
        Node.Repeat outer = repeat(true, List.of(1 << 19, 1 << 20), inner);
        assertThatThrownBy(() -> AutomatonBuilder.build(sequence(conv(5), outer)))
                .isInstanceOfSatisfying(SpaceException.class, refused -> assertThat(refused.node())
                        .containsSame(outer))
                .hasMessageContaining("more than 1048576 joint choices or copies");
    }
}
