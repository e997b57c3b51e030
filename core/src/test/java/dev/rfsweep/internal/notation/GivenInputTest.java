package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Input;
import dev.rfsweep.model.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is given beside a space against what the space says. */
class GivenInputTest {

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 224 | 224x224",
                "'' | 224x160 | 224x160",
                "'' | 32x224x160 | 32x224x160",
                "rank: 1 | 224 | 224",
                "rank: 3 | 9 | 9x9x9",
                "input: {size: 64} | 224x160 | 224x160",
                "input: {size: [64, 32]} | 96 | 96x96",
                "'input: {size: 64, rank: 1}' | 96 | 96",
            })
    void theGivenSizeStands(String head, String size, String axes) {
        String text = (head.isEmpty() ? "" : head + "\n") + "stages: [cn_k3]";
        Input input = SpecParser.text("s", text, false, GivenInput.NONE.size("--size", size))
                .space()
                .input();
        assertThat(input.size()).hasSize(input.rank()).hasToString("[" + axes.replace("x", ", ") + "]");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rank: 1 | 8x8 | expected one number, because the space has 1 axis",
                "input: {size: 64} | 8x8x8 | expected one number or 2 joined by x, because the space has 2 axes",
            })
    void theNumberOfAxesStays(String head, String size, String why) {
        String text = head + "\nstages: [cn_k3]";
        assertThatThrownBy(() -> SpecParser.text("s", text, false, GivenInput.NONE.size("--size", size)))
                .hasMessage("--size:1:1: found '" + size + "', " + why);
    }

    @Test
    void theGivenChannelsStand() {
        GivenInput given = GivenInput.NONE.channels("--channels", "16").size("--size", "8");
        Input input = new Input(2, List.of(8, 8), 16);
        assertThat(SpecParser.line("cn_k3_c4", given).space().input()).isEqualTo(input);
        assertThat(SpecParser.text("s", "{input: {size: 9, channels: 1}, stages: [cn_k3]}", false, given)
                        .space()
                        .input())
                .isEqualTo(input);
    }

    @Test
    void withoutAnythingTheTextStands() {
        assertThat(SpecParser.text("s", "{input: {size: 9, channels: 1}, stages: [cn_k3]}", false)
                        .space()
                        .input())
                .isEqualTo(new Input(2, List.of(9, 9), 1));
    }

    /** What needs the size is asked for it once the size is known, not before. */
    @Test
    void aDenseLayerOverAMapTakesTheGivenSize() {
        assertThat(SpecParser.line("cn_k3_c4 fc_c2", GivenInput.NONE.size("--size", "8"))
                        .space()
                        .variants())
                .isEqualTo(1);
        assertThatThrownBy(() -> SpecParser.line("cn_k3_c4 fc_c2"))
                .isInstanceOfSatisfying(SpecException.class, refused -> assertThat(refused.remedy())
                        .contains(new Remedy.SpaceInputSize()));
    }
}
