package dev.rfsweep.internal.report.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.regions.Profile;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.internal.report.Scenes;
import dev.rfsweep.model.AxisView.Phase;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The density of paths against what the analysis says of the same unit by other means. */
class PathDensityTest {

    @Test
    void threeBoxesOfThreeAreAPolynomial() {
        Analysis analysis = Scenes.analysis("rank: 1", "3*cn_k3");
        Density density =
                PathDensity.of(new Branches(analysis), analysis.graph().last(), 0, 0);
        assertThat(density.from()).isEqualTo(-3);
        assertThat(density.paths().toDoubleArray())
                .containsExactly(1 / 7.0, 3 / 7.0, 6 / 7.0, 1, 6 / 7.0, 3 / 7.0, 1 / 7.0);
    }

    @Test
    void manyLayersDoNotOverflow() {
        Analysis analysis = Scenes.analysis("rank: 1", "900*cn_k7");
        Density density =
                PathDensity.of(new Branches(analysis), analysis.graph().last(), 0, 0);
        assertThat(density.paths().doubleStream()).allMatch(share -> share >= 0 && share <= 1);
        assertThat(2 * Math.sqrt(variance(density)))
                .isCloseTo(analysis.view(analysis.graph().last(), 0).erf(), within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void theVarianceOfAChainIsTheSumOfItsLayers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20; round++) {
            String text = random.ints(1 + random.nextInt(5), 0, 48)
                    .mapToObj(code -> "cn_k" + (1 + code % 4) + "_s" + (1 + code / 4 % 3) + "_dil" + (1 + code / 12))
                    .reduce((one, other) -> one + " " + other)
                    .orElseThrow();
            Analysis analysis = Scenes.analysis("rank: 1", text);
            Tensor last = analysis.graph().last();
            Density density = PathDensity.of(new Branches(analysis), last, 0, 3);
            Step step = new Step("", null, 0, analysis.view(last, 0), false);
            assertThat(density.from()).as(text).isEqualTo(step.sight(3).start());
            assertThat(density.to() - density.from()).as(text).isEqualTo(step.rf());
            assertThat(2 * Math.sqrt(variance(density)))
                    .as(text)
                    .isCloseTo(analysis.view(last, 0).erf(), within(1e-9));
        }
    }

    @Test
    void whatHasPathsIsWhatIsSeen() {
        Analysis analysis = Scenes.unet();
        Tensor last = analysis.graph().last();
        Step step = new Step("", null, 64, analysis.view(last, 0), false);
        for (long unit = 28; unit < 36; unit++) { // far from the borders, and more than a period
            Density density = PathDensity.of(new Branches(analysis), last, 0, unit);
            Region region = analysis.region(last, unit, 32);
            Phase sight = step.sight(unit);
            assertThat(density.from()).isEqualTo(sight.start()).isEqualTo(region.lo(0));
            assertThat(density.to() - 1).isEqualTo(region.hi(0));
            for (long pixel = density.from(); pixel < density.to(); pixel++) {
                assertThat(density.mean(pixel, pixel + 1) > 0).isEqualTo(region.sees(0, pixel));
            }
        }
    }

    @Test
    void tooManyPathsAreNotCounted() {
        Analysis analysis = Scenes.analysis("rank: 1", "cn_k30000 cn_k30000");
        assertThat(analysis.view(analysis.graph().last(), 0).rf()).isEqualTo(59_999);
        assertThat(PathDensity.of(new Branches(analysis), analysis.graph().last(), 0, 0))
                .isEqualTo(Density.NONE);
    }

    @Test
    void farFromBordersItIsTheProfile() {
        Analysis analysis = Scenes.unet();
        for (long unit = 28; unit < 36; unit++) {
            Density density =
                    PathDensity.of(new Branches(analysis), analysis.graph().last(), 0, unit);
            Profile profile = analysis.profile(analysis.graph().last(), 0, unit);
            double sum = density.paths().doubleStream().sum();
            assertThat(profile.start()).isEqualTo(density.from());
            assertThat(profile.shares()).hasSize(density.paths().size());
            for (int i = 0; i < profile.shares().length; i++) {
                assertThat(density.paths().getDouble(i) / sum).isCloseTo(profile.shares()[i], within(1e-12));
            }
        }
    }

    /** Beyond the border of a map whose units do not repeat there is nothing to go on from. */
    @Test
    void pathsEndWhereUnitsDoNotRepeat() {
        Analysis analysis = Scenes.strides(2);
        Tensor last = analysis.graph().last();
        Step step = new Step("", null, 16, analysis.view(last, 0), false);
        assertThat(step.view().strideDen()).isZero();
        for (long unit = 0; unit < 16; unit++) {
            Density density = PathDensity.of(new Branches(analysis), last, 0, unit);
            Phase sight = step.sight(unit);
            assertThat(density.from()).isEqualTo(sight.start());
            assertThat(density.to()).isEqualTo(sight.start() + sight.size());
        }
    }

    @Test
    void aBranchCountsAlongTheAxesWhereItIsNotReduced() {
        Analysis analysis = Scenes.strip();
        Density tall = PathDensity.of(new Branches(analysis), analysis.graph().last(), 0, 12);
        Density wide = PathDensity.of(new Branches(analysis), analysis.graph().last(), 1, 12);
        assertThat(tall.paths().toDoubleArray()).containsExactly(0.25, 0.5, 1, 1, 1, 0.5, 0.25);
        assertThat(wide.paths().toDoubleArray()).containsExactly(1, 1, 1);
    }

    private static double variance(Density density) {
        double sum = 0;
        double square = 0;
        for (int i = 0; i < density.paths().size(); i++) {
            double away = density.from() + i + 0.5 - density.centre();
            sum += density.paths().getDouble(i);
            square += away * away * density.paths().getDouble(i);
        }
        return square / sum;
    }
}
