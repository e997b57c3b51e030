package dev.rfsweep.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.report.scene.Scene;
import dev.rfsweep.internal.report.scene.Skip;
import dev.rfsweep.internal.report.scene.Step;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.model.AxisView.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a picture is of. */
class SceneReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rank: 2 | 3*cn_k3_dil2 | conv3: field 13 px, stride 1, ERF diameter 11.3 px",
                "size: 64 | cn_k3_s2 mp_k2_s2 | pool2: field 5 px, stride 4, ERF diameter 5 px; input 64 × 64",
                "size: [9, 12] | cn_k3x5 | conv1: field 3 × 5 px, stride 1, ERF diameter 3 × 5 px; input 9 × 12",
                "size: 64 | cn_k3_c8 gp fc_c10 | conv1: field 3 px, stride 1, ERF diameter 3 px; input 64 × 64",
                "size: 64 | ir_k3_c3_se0.25 | block1.add: field 3 px, stride 1, ERF diameter 3 px;"
                        + " input 64 × 64; gates left out"
            })
    void theFactsAreThoseOfTheLastMap(String input, String stages, String facts) {
        assertThat(Scenes.of(input, stages).facts()).isEqualTo(facts);
    }

    @Test
    void whatIsLeftOutIsCalledWhatItIs() {
        assertThat(Scenes.of("statistics", Scenes.statistics()).facts()).endsWith("input 24; statistics left out");
        Scene strip = Scenes.of("strip", Scenes.strip());
        assertThat(strip.facts())
                .isEqualTo("join: field 7 \u00d7 3 px, stride 1, ERF diameter 6.5 \u00d7 3 px; input 24 \u00d7 24;"
                        + " gates left out");
    }

    @Test
    void onlyChainsHaveACone() {
        assertThat(Scenes.of("rank: 2", "cn_k3 mp_k2_s2").tracks()).allMatch(Track::chain);
        assertThat(Scenes.of("decoder", Scenes.decoder(16)).tracks()).allMatch(Track::chain);
        assertThat(Scenes.of("rank: 2", "bb_c3").tracks()).noneMatch(Track::chain);
    }

    @Test
    void branchesOfOneDepthAreOneStep() {
        Track track = Scenes.of("rank: 2", "cn_k3_c8 bb_s2_c16 bb_c16").tracks().get(0);
        assertThat(track.steps())
                .extracting(Step::name)
                .containsExactly("conv1", "block2.conv1", "block2.conv2", "block3.conv1", "block3.add");
        assertThat(track.steps()).extracting(Step::rf).containsExactly(3L, 5L, 9L, 13L, 17L);
    }

    @Test
    void unitsOfAUNetStandOnePixelApart() {
        Track track = Scenes.of("U-Net", Scenes.unet()).tracks().get(0);
        assertThat(track.steps())
                .extracting(LabelText::stride)
                .startsWith("1", "2", "2", "4")
                .endsWith("1");
        assertThat(track.unit()).isEqualTo(32);
        Step last = track.last();
        for (long unit = 0; unit < 64; unit++) {
            assertThat(last.unitAt(last.centre(unit))).isEqualTo(unit);
            Phase sight = last.sight(unit);
            assertThat(sight.size()).isBetween(last.rfMin(), last.rf());
            assertThat(last.sight(unit + 4).start()).isEqualTo(sight.start() + 4);
        }
    }

    @Test
    void branchesAreSkipsFromWhatTheyReadToWhatTheyJoin() {
        // down1 pool1 down2 pool2 bottom t1 up1 t2 up2: the second joins the eighth, and so on
        assertThat(Scenes.of("U-Net", Scenes.unet()).skips()).containsExactly(new Skip(3, 6), new Skip(1, 8));
        assertThat(Scenes.of("rank: 2", "cn_k3_c8 bb_s2_c16 bb_c16").skips())
                .containsExactly(new Skip(1, 3), new Skip(3, 5));
        assertThat(Scenes.of("rank: 2", "3*cn_k3").skips()).isEmpty();
    }

    @Test
    void theUnitThatIsFollowedSeesSomething() {
        Track track = Scenes.of("half", Scenes.halfEmpty()).tracks().get(0);
        assertThat(track.last().view().strideDen()).isZero();
        assertThat(track.last().out()).isEqualTo(40);
        assertThat(track.unit()).isEqualTo(9);
        assertThat(track.sight().size()).isEqualTo(3);
        assertThat(track.last().stride()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"gp fc_c10, no layer sees less than the whole input"})
    void whereNothingIsLocalThereIsNothingToDraw(String stages, String why) {
        assertThatThrownBy(() -> Scenes.of("size: 8", stages))
                .isInstanceOf(GraphException.class)
                .hasMessage("nothing to draw: " + why);
    }
}
