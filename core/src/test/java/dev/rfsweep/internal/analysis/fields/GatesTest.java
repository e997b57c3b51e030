package dev.rfsweep.internal.analysis.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.Adviser;
import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Note;
import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.Joins;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Resample;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.regions.Profile;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.model.AxisView;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which branches are left out by default: those that an operator global by definition has reduced, where it did. */
class GatesTest {

    private static final Read CONV = new Slide(3, 1, 1, 1);

    private final GraphBuilder builder = new GraphBuilder(2);
    private final Tensor x = builder.input("x", 4, 8, 12);
    private final Tensor map = conv("map", x);

    private Tensor conv(String name, Tensor in) {
        long[] out = {in.shape().units(0), in.shape().units(1)};
        return builder.local(OutputLabel.of(name, "Conv"), in, 4, List.of(CONV, CONV), out);
    }

    private Tensor mean(String name, Tensor in, int... dims) {
        return builder.reduce(OutputLabel.of(name, "ReduceMean"), in, true, dims);
    }

    private Tensor join(String op, Tensor... ins) {
        return op.equals("Concat")
                ? Joins.concat(builder, OutputLabel.of("join", op), 1, ins)
                : builder.pointwise(OutputLabel.of("join", op), ins);
    }

    private Analysis analysis(Gates gates) {
        return Analysis.of(builder.build(), gates);
    }

    private static String fields(Analysis analysis, Tensor tensor) {
        StringBuilder text = new StringBuilder();
        for (int axis = 0; axis < 2; axis++) {
            AxisView view = analysis.view(tensor, axis);
            text.append(axis == 0 ? "" : " x ")
                    .append(
                            view.kind() == AxisView.Kind.LOCAL
                                    ? view.rf()
                                    : view.kind().toString().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    @Test
    void aBranchReducedOverTheWholeMapIsLeftOut() {
        Tensor join = join("Mul", map, conv("gate", mean("pool", map, 2, 3)));
        Analysis analysis = analysis(Gates.IGNORE);
        assertThat(fields(analysis, join)).isEqualTo("3 x 3");
        assertThat(analysis.notes(join))
                .containsExactly(new Note(
                        Note.Kind.GATE,
                        "left out: the branch 'gate' into 'join', which is one value for the whole map (a gate)"));
        assertThat(fields(analysis(Gates.FOLLOW), join)).isEqualTo("global x global");
        assertThat(analysis(Gates.FOLLOW).notes(join)).isEmpty();
    }

    /** ASPP: what has been pooled is spread over the map again and stands beside the other branches. */
    @Test
    void imagePoolingBesideOtherBranchesIsLeftOut() {
        Read spread = new Resample(1, 0, 12, Resample.Interpolation.LINEAR);
        Tensor large = builder.local(
                OutputLabel.of("large", "Resize"), mean("pool", map, 2, 3), 4, List.of(spread, spread), 8, 12);
        Tensor join = join("Concat", map, large);
        Analysis analysis = analysis(Gates.IGNORE);
        assertThat(fields(analysis, join)).isEqualTo("3 x 3");
        assertThat(analysis.notes(join))
                .extracting(Note::text)
                .containsExactly("left out: the branch 'large' into 'join', which is one value for the whole map"
                        + " (image pooling)");
        assertThat(Adviser.usefulSizes(analysis, 0)).contains(new Adviser.UsefulSizes(2, 3));
        assertThat(fields(analysis(Gates.FOLLOW), join)).isEqualTo("global x global");
    }

    @Test
    void aBranchReducedAlongOneAxisCountsAlongTheOther() {
        Tensor join = join("Mul", map, conv("strip", mean("pool", map, 3)));
        Analysis analysis = analysis(Gates.IGNORE);
        assertThat(fields(analysis, join)).isEqualTo("5 x 3");
        assertThat(analysis.notes(join))
                .extracting(Note::text)
                .containsExactly("left out: the branch 'strip' into 'join', which is one value along w (a gate)");
        Region region = analysis.region(join, 4, 6);
        assertThat(List.of(region.lo(0), region.hi(0), region.lo(1), region.hi(1)))
                .containsExactly(2L, 6L, 5L, 7L);
        assertThat(region.count()).isEqualTo(15);
        assertThat(analysis.ignores(join, 1)).isFalse();
        assertThat(fields(analysis(Gates.FOLLOW), join)).isEqualTo("5 x global");
    }

    /** A window as large as the map, or a bottleneck of one unit, says nothing about larger inputs. */
    @Test
    void aMapThatHappensToHaveOneUnitCounts() {
        Tensor pooled = builder.local(
                OutputLabel.of("pooled", "AveragePool"),
                map,
                4,
                List.of(new Slide(8, 8, 1, 0), new Slide(12, 12, 1, 0)),
                1,
                1);
        Tensor join = join("Mul", map, pooled);
        Analysis analysis = analysis(Gates.IGNORE);
        Region region = analysis.region(join, 0, 0);
        assertThat(List.of(region.hi(0), region.hi(1))).containsExactly(7L, 11L);
        assertThat(analysis.notes(join)).extracting(Note::kind).doesNotContain(Note.Kind.GATE);
    }

    @Test
    void whatSeesEverythingThroughAttentionOrWeightsCounts() {
        Tensor attention = builder.mix(OutputLabel.of("attention", "Softmax"), map, 2, 3);
        Tensor dense =
                builder.add(OutputLabel.of("dense", "MatMul"), new long[] {1, 4, 1, 1}, DimensionReads.of(map, 4));
        Tensor one = join("Add", map, attention);
        Tensor other = join("Add", map, dense);
        Tensor readOut = join("Add", map, mean("weighted", attention, 2, 3));
        Tensor softmax = join("Div", map, builder.total(OutputLabel.of("sum", "ReduceSum"), map, true, 2, 3));
        Analysis analysis = analysis(Gates.IGNORE);
        for (Tensor join : List.of(one, other, readOut, softmax)) {
            assertThat(analysis.global(join)).isTrue();
            assertThat(analysis.notes(join)).isEmpty();
        }
    }

    @Test
    void aGateOnWhatSeesEverythingChangesNothing() {
        Tensor attention = builder.mix(OutputLabel.of("attention", "Softmax"), map, 2, 3);
        Tensor join = join("Mul", attention, mean("pool", map, 2, 3));
        assertThat(analysis(Gates.IGNORE).global(join)).isTrue();
        assertThat(analysis(Gates.IGNORE).notes(join)).isEmpty();
    }

    /** The axes look alike but for how the branch came to see everything. */
    @Test
    void axesAreToldApartByWhatReducedThem() {
        GraphBuilder square = new GraphBuilder(2);
        Tensor in = square.input("x", 4, 8, 8);
        Tensor attention = square.mix(OutputLabel.of("attention", "Softmax"), in, 2);
        Tensor pooled = square.reduce(OutputLabel.of("pooled", "ReduceMean"), attention, true, 3);
        Tensor spread = square.expand(OutputLabel.of("spread", "Expand"), pooled, 1, 4, 8, 8);
        Tensor join = square.pointwise(OutputLabel.of("join", "Mul"), in, spread);
        assertThat(fields(Analysis.of(square.build(), Gates.IGNORE), join)).isEqualTo("global x 1");
    }

    /** A mean put in front of the positions is a position of its own. */
    @Test
    void aPooledPartAlongTheAxisCounts() {
        Tensor join = Joins.concat(builder, OutputLabel.of("join", "Concat"), 2, mean("pool", map, 2), map);
        Analysis analysis = analysis(Gates.IGNORE);
        assertThat(analysis.region(join, 0, 6).count(0)).isEqualTo(8);
        assertThat(analysis.region(join, 5, 6).count(0)).isEqualTo(3);
        assertThat(analysis.notes(join)).extracting(Note::kind).doesNotContain(Note.Kind.GATE);
    }

    @Test
    void statisticsAreCalledSo() {
        Tensor centred = builder.pointwise(OutputLabel.of("centred", "Sub"), map, mean("mean", map, 2, 3));
        Tensor root = builder.pointwise(OutputLabel.of("root", "Sqrt"), mean("square", centred, 2, 3));
        Tensor scale = builder.pointwise(OutputLabel.of("scale", "Reciprocal"), root);
        Tensor scaled = builder.pointwise(OutputLabel.of("scaled", "Mul"), centred, scale);
        Analysis analysis = analysis(Gates.IGNORE);
        assertThat(fields(analysis, scaled)).isEqualTo("3 x 3");
        assertThat(analysis.notes(centred))
                .containsExactly(
                        new Note(
                                Note.Kind.STATISTICS,
                                "left out: the branch 'mean' into 'centred', which is one value for the whole map (statistics)"));
        assertThat(analysis.notes(scaled))
                .containsExactly(
                        new Note(
                                Note.Kind.STATISTICS,
                                "left out: the branch 'scale' into 'scaled', which is one value for the whole map (statistics)"));
        assertThat(fields(analysis(Gates.FOLLOW), scaled)).isEqualTo("global x global");
    }

    /** What one unit sees along an axis, with gates left out, is what the paths along that axis alone lead to. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void leavingOutAgreesWithThePathsAlongEachAxis(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int partly = 0;
        for (int round = 0; round < 200; round++) {
            GraphBuilder net = new GraphBuilder(2);
            Tensor at = net.input("x", 1, 9, 7);
            for (int layer = 0; layer < 5; layer++) {
                Tensor pooled = net.reduce(OutputLabel.of("pool" + layer, "Mean"), at, true, 2 + random.nextInt(2));
                List<Read> reads = List.of(slide(random), slide(random));
                Tensor branch = net.local(OutputLabel.of("branch" + layer, "Conv"), pooled, 1, reads, units(pooled));
                Tensor trunk = net.local(
                        OutputLabel.of("trunk" + layer, "Conv"), at, 1, List.of(slide(random), slide(random)), 9, 7);
                at = net.pointwise(OutputLabel.of("join" + layer, "Add"), trunk, branch);
            }
            Analysis analysis = Analysis.of(net.build(), Gates.IGNORE);
            long[] unit = {random.nextLong(9), random.nextLong(7)};
            Region region = analysis.region(at, unit);
            for (int axis = 0; axis < 2; axis++) {
                Profile profile = analysis.profile(at, axis, unit[axis]);
                double[] shares = profile.shares();
                int along = axis;
                assertThat(LongStream.range(0, 9).filter(position -> region.sees(along, position)))
                        .as("seed %d, round %d, axis %d", seed, round, axis)
                        .containsExactlyElementsOf(LongStream.range(profile.start(), profile.start() + shares.length)
                                .filter(position -> shares[(int) (position - profile.start())] > 0)
                                .boxed()
                                .toList());
                partly += analysis.ignores(at, 1, axis) && !analysis.ignores(at, 1) ? 1 : 0;
            }
        }
        assertThat(partly).isEqualTo(200);
    }

    private static long[] units(Tensor tensor) {
        return new long[] {tensor.shape().units(0), tensor.shape().units(1)};
    }

    private static Read slide(SplittableRandom random) {
        int half = random.nextInt(2);
        return new Slide(2L * half + 1, 1, 1, half);
    }
}
