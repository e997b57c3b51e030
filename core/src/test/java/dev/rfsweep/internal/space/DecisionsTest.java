package dev.rfsweep.internal.space;

import static dev.rfsweep.internal.space.Grammars.alternative;
import static dev.rfsweep.internal.space.Grammars.conv;
import static dev.rfsweep.internal.space.Grammars.extents;
import static dev.rfsweep.internal.space.Grammars.repeat;
import static dev.rfsweep.internal.space.Grammars.repeated;
import static dev.rfsweep.internal.space.Grammars.sequence;
import static dev.rfsweep.internal.space.Grammars.space;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a space has choices ({@link ChoicePoints}), and what each of its variants decides there ({@link DecisionReader}). */
class DecisionsTest {

    private static List<String> points(Space space) {
        return ChoicePoints.of(space).stream().map(DecisionsTest::text).toList();
    }

    private static List<String> decided(Space space, long id) {
        List<String> decided = new ArrayList<>();
        DecisionReader.of(space).read(BigInteger.valueOf(id), decision -> decided.add(text(decision)));
        return decided;
    }

    private static String text(Decision decision) {
        return decision.stage() + " " + decision.key() + "=" + decision.value();
    }

    @Test
    void keysOfMoreThanOneValueAreChoices() {
        Space space = space(
                conv(3), new Block(BlockType.CN, List.of(extents(Key.K, 3, 5), extents(Key.S, 1, 2)), false, true));
        assertThat(points(space)).containsExactly("2 k=3", "2 k=5", "2 s=1", "2 s=2");
        assertThat(decided(space, 2)).containsExactly("2 k=5", "2 s=1");
    }

    @Test
    void alternativesAreNumberedAndHoldChoicesOfTheirOwn() {
        Node.Alternative options = alternative(conv(1, 3), sequence(conv(5), conv(7, 9)));
        Space space = space(options);
        assertThat(points(space))
                .containsExactly("1 alternative=1", "1 alternative=2", "1|1 k=1", "1|1 k=3", "1|2/2 k=7", "1|2/2 k=9");
        assertThat(decided(space, 1)).containsExactly("1 alternative=1", "1|1 k=3");
        assertThat(decided(space, 2)).containsExactly("1 alternative=2", "1|2/2 k=7");
        assertThat(ChoicePoints.alternatives(space)).containsOnlyKeys("1").containsValue(options);
    }

    @Test
    void sharedRepeatsAreOneChoice() {
        Space space = space(repeated(false, new int[] {1, 3}, extents(Key.K, 3, 5)));
        assertThat(points(space)).containsExactly("1 k=3", "1 k=5", "1 r=1", "1 r=3");
        assertThat(decided(space, 3)).containsExactly("1 k=5", "1 r=3");
    }

    @Test
    void repeatsThatChooseForThemselvesAreNumberedFromTheFirst() {
        Space space = space(repeated(true, new int[] {1, 2}, extents(Key.K, 3, 5), extents(Key.S, 1, 2)));
        assertThat(points(space))
                .containsExactly("1 r=1", "1 r=2", "1.1 k=3", "1.1 k=5", "1.1 s=1", "1.1 s=2", "1.2 k=3", "1.2 k=5");
        assertThat(decided(space, 0)).containsExactly("1 r=1", "1.1 k=3", "1.1 s=1");
        assertThat(decided(space, 4 + 3)).containsExactly("1 r=2", "1.1 k=3", "1.1 s=2", "1.2 k=5");
    }

    @Test
    void copiesThatShareOneChoiceAreReadFromWithin() {
        Space space = space(repeat(false, List.of(1, 2), sequence(conv(1, 3), conv(5, 7))));
        assertThat(points(space))
                .containsExactly("1 copies=1", "1 copies=2", "1/1 k=1", "1/1 k=3", "1/2 k=5", "1/2 k=7");
        assertThat(decided(space, 4 + 1)).containsExactly("1 copies=2", "1/1 k=1", "1/2 k=7");
    }

    @Test
    void nestedCopiesKnowTheirPlaceAtEveryLevel() {
        Node inner = repeat(true, List.of(1, 2), conv(1, 3));
        Space space = space(repeat(true, List.of(2), inner));
        assertThat(points(space))
                .containsExactly(
                        "1.1 copies=1",
                        "1.1 copies=2",
                        "1.1.1 k=1",
                        "1.1.1 k=3",
                        "1.1.2 k=1",
                        "1.1.2 k=3",
                        "1.2 copies=1",
                        "1.2 copies=2",
                        "1.2.1 k=1",
                        "1.2.1 k=3",
                        "1.2.2 k=1",
                        "1.2.2 k=3");
        // Each inner repeat has 2 + 4 variants; this is number 4 of the first and number 1 of the second.
        assertThat(decided(space, 4 * 6 + 1))
                .containsExactly("1.1 copies=2", "1.1.1 k=3", "1.1.2 k=1", "1.2 copies=1", "1.2.1 k=3");
    }

    /** Both used to be decided at stage 1, which added up to more than all variants. */
    @Test
    void aRepeatDirectlyInAnotherHasAStageOfItsOwn() {
        Space space = space(repeat(false, List.of(1, 2), repeat(true, List.of(1, 2), conv(3))));
        assertThat(points(space)).containsExactly("1 copies=1", "1 copies=2", "1/1 copies=1", "1/1 copies=2");
        assertThat(decided(space, 1)).containsExactly("1 copies=1", "1/1 copies=2");
    }

    static List<Space> spaces() {
        return List.of(
                space(repeated(true, new int[] {3, 1, 2}, extents(Key.K, 3, 5)), conv(1, 3)),
                space(repeat(true, List.of(0, 1, 3), alternative(conv(1, 3), conv(5), sequence()))),
                space(repeat(false, List.of(2, 1), repeat(true, List.of(1, 2), conv(1, 3)))),
                space(alternative(repeated(false, new int[] {1, 2}, extents(Key.K, 1)), conv(3, 5)), conv(7)));
    }

    /** Every decision is one of the choice points, every choice point is decided by some variant, and no two agree in all. */
    @ParameterizedTest
    @MethodSource("spaces")
    void decisionsTellVariantsApartAndCoverAllChoicePoints(Space space) {
        Set<List<String>> variants = new LinkedHashSet<>();
        Set<String> met = new LinkedHashSet<>();
        for (long id = 0; id < space.variants().longValueExact(); id++) {
            variants.add(decided(space, id));
            met.addAll(decided(space, id));
        }
        assertThat(variants).hasSize(space.variants().intValueExact());
        assertThat(met).containsExactlyInAnyOrderElementsOf(points(space));
        assertThat(points(space)).doesNotHaveDuplicates();
    }
}
