package dev.rfsweep.internal.notation.arch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.ChoicePoints;
import dev.rfsweep.internal.space.Decision;
import dev.rfsweep.internal.space.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTextTest {

    private static List<String> alternatives(String stages) {
        Space space = SpecParser.text("<test>", "{input: {size: 32}, stages: [" + stages + "]}", false)
                .space();
        DecisionText text = new DecisionText(space);
        return ChoicePoints.of(space).stream()
                .filter(Decision::isAlternative)
                .map(decision -> decision.stage() + " " + text.value(decision))
                .toList();
    }

    @Test
    void alternativesAreWrittenAsTheyStand() {
        assertThat(alternatives("'cn_k3,5_s2 | 1..3*mp_k2 | 2,4*bb_r2,3_c8_each_noskip | ds_k3x1_padsame_upper | id'"))
                .containsExactly(
                        "1 cn_k3,5_s2",
                        "1 1..3*mp_k2",
                        "1 2,4*bb_r2,3_c8_each_noskip",
                        "1 ds_k3x1_padsame_upper",
                        "1 id");
    }

    @Test
    void sequencesAndWhatIsNestedAreWrittenInBrackets() {
        assertThat(alternatives("{any: [[cn_k3, 'cn_k5 | id'], [{repeat: 2, of: [cn_k1, cn_k3]}], []]}"))
                .containsExactly("1 cn_k3 (cn_k5 | id)", "1 2*(cn_k1 cn_k3)", "1 id", "1|1/2 cn_k5", "1|1/2 id");
    }

    /** Copies that choose for themselves stand at places of their own, with the same alternatives. */
    @Test
    void everyCopyFindsItsAlternatives() {
        assertThat(alternatives("{repeat: 2, each: true, of: 'cn_k3 | id'}"))
                .containsExactly("1.1 cn_k3", "1.1 id", "1.2 cn_k3", "1.2 id");
    }
}
