package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * A space, and what is asked of it.
 *
 * @param space the search space
 * @param from first id to sweep
 * @param to id behind the last one to sweep
 * @param counted rf that {@code countInRange} counts: about a third of the variants
 * @param selectedRf rf that {@code selectInRange} looks for; with {@code selectedParams} about 1 % of the variants,
 *     spread so that the bounds of a block seldom settle it
 * @param selectedParams params that {@code selectInRange} looks for
 */
record Fixture(Space space, BigInteger from, BigInteger to, Range counted, Range selectedRf, Range selectedParams) {

    /**
     * The space of OFA-MobileNetV3 (Cai et al. 2020) without its classifier: 2.2e19 variants, so ids need more than 63
     * bits.
     */
    private static final String ONCE_FOR_ALL = """
            input: {size: 224, channels: 3}
            stages:
              - cn_k3_s2_c16
              - ds_k3_c16
              - ir_r2..4_k3,5,7_s2_e3,4,6_c24_each
              - ir_r2..4_k3,5,7_s2_e3,4,6_c40_each
              - ir_r2..4_k3,5,7_s2_e3,4,6_c80_each
              - ir_r2..4_k3,5,7_s1_e3,4,6_c112_each
              - ir_r2..4_k3,5,7_s2_e3,4,6_c160_each
              - cn_k1_c960
            """;

    /** Ids of the big space that are swept. */
    private static final BigInteger STRETCH = BigInteger.valueOf(3_000_000);

    static Fixture named(String name) {
        return switch (name) {
            case "grid" -> grid(6);
            case "ofa" -> ofa();
            default -> throw new IllegalArgumentException("no space is called " + name);
        };
    }

    /** All of a grid of {@code layers} layers with 12 options each: kernel, stride and dilation. */
    static Fixture grid(int layers) {
        Space space = space("""
                input: {size: 224, channels: 3}
                stages:
                  - %d*cn_k3,5,7_s1,2_dil1,2_c64
                """.formatted(layers));
        return new Fixture(
                space,
                BigInteger.ZERO,
                space.variants(),
                new Range(100, 200),
                new Range(82, 98),
                new Range(540_000, 560_000));
    }

    /** The space of OFA-MobileNetV3, as examples/ofa-mbv3.yaml describes it. */
    static Space onceForAll() {
        return space(ONCE_FOR_ALL);
    }

    /** Ids from the middle of OFA-MobileNetV3 with its classifier. */
    private static Fixture ofa() {
        Space space = space(ONCE_FOR_ALL + "  - gp\n  - fc_c1000\n");
        BigInteger from = space.variants().shiftRight(1);
        return new Fixture(
                space,
                from,
                from.add(STRETCH),
                new Range(1_060, 1_140),
                new Range(1_100, 1_135),
                new Range(2_750_000, 2_790_000));
    }

    private static Space space(String yaml) {
        return SpecParser.text("fixture", yaml, false).space();
    }

    /** Variants to sweep. */
    long variants() {
        return to.subtract(from).longValueExact();
    }

    /** A sweep of the ids on one thread. */
    Sweep sweep() {
        return Sweep.over(space).ids(from, to).threads(1);
    }

    Column column(String label) {
        return space.schema().column(label).orElseThrow();
    }

    List<Column> columns(String... labels) {
        return Stream.of(labels).map(this::column).toList();
    }

    /** The question of {@code countInRange}. */
    List<Condition> counting() {
        return List.of(new Condition(column("rf"), counted));
    }

    /** The question of {@code selectInRange}. */
    List<Condition> selecting() {
        return List.of(new Condition(column("rf"), selectedRf), new Condition(column("params"), selectedParams));
    }
}
