package dev.rfsweep.model.metric;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * What can be asked of a network. A metric says what it is called and counted in, what a compiled space must keep for it,
 * what operators and the last map add to it, and how its values are read, compared and written.
 *
 * <p>What adds up along a path is a <em>key</em>, a whole number in the order of the values. For most metrics the key is
 * the value; what the keys of {@link #ERF} mean, its own class knows alone.
 */
@SuppressWarnings("ClassInitializationDeadlock") // the classes of the constants are met through this one alone
public abstract class Metric {

    /** What a compiled space must keep for a metric. */
    public enum Need {
        /** Effective stride. */
        STRIDE,
        /** Padding on the low side, and so the size of maps where some padding depends on it. */
        PADDING,
        /** Variance of what is seen. */
        VARIANCE,
        /** Size of maps. */
        SIZE,
        /** Channels. */
        CHANNELS,
        /** How far a unit sees after its own position, which is negative where a window is padded by more than its reach. */
        BEHIND
    }

    /** The costs of one operator over its inputs. */
    public interface Step {
        long params();

        long macs();

        long activations();
    }

    /**
     * The last map, on one axis.
     *
     * @param field its field, whose extent, padding and variance {@link #seen} has added already
     * @param size its size, or {@link dev.rfsweep.model.Size#UNKNOWN}
     * @param behind how far a unit sees after its own position, where that is {@linkplain Need#BEHIND kept}; otherwise 0
     */
    public record Last(AxisField field, long size, long behind) {}

    public static final Metric RF = new ReceptiveField();
    public static final Metric STRIDE = new EffectiveStride();
    public static final Metric PAD = new EffectivePadding();
    public static final Metric OUT = new OutputSize();
    public static final Metric ERF = new EffectiveField();
    public static final Metric PARAMS = new Params();
    public static final Metric MACS = new MultiplyAdds();
    public static final Metric DEPTH = new Depth();
    public static final Metric LOOKAHEAD = new Lookahead();
    public static final Metric ACTS = new Activations();

    private static final List<Metric> ALL = List.of(RF, STRIDE, PAD, OUT, ERF, PARAMS, MACS, DEPTH, LOOKAHEAD, ACTS);

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String label;
    private final String unit;
    private final boolean perAxis;
    private final Set<Need> needs;

    protected Metric(String label, String unit, boolean perAxis, Need... needs) {
        this.label = label;
        this.unit = unit;
        this.perAxis = perAxis;
        this.needs = Set.of(needs);
    }

    /** Every metric, in the order of columns. */
    public static List<Metric> all() {
        return ALL;
    }

    /** The name users write, in lower case. */
    public final String label() {
        return label;
    }

    /** What its values are counted in. */
    public final String unit() {
        return unit;
    }

    /** Whether every axis has a value of its own. */
    public final boolean perAxis() {
        return perAxis;
    }

    /** Whether a compiled space must keep {@code need}. */
    public final boolean needs(Need need) {
        return needs.contains(need);
    }

    /** What is added to the sum along a path to get the key. */
    public int constant() {
        return 0;
    }

    /** Whether operators {@linkplain #cost add} to it by themselves. */
    public boolean hasCost() {
        return needs(Need.CHANNELS);
    }

    /** What one operator adds, wherever it stands. */
    public long cost(Step step) {
        return 0;
    }

    /**
     * What neighbouring operators of the trunk add together.
     *
     * @param field their field on the axis, in input pixels
     * @param depth how many of them are convolutions or pools
     */
    public long seen(AxisField field, long depth) {
        return 0;
    }

    /** What the last map adds. */
    public long last(Last map) {
        return 0;
    }

    /** Whether values are whole numbers, the keys themselves. */
    public boolean isWhole() {
        return true;
    }

    /** The value of {@code key}: exact, or a correctly rounded double. */
    public Number value(long key) {
        return key;
    }

    /** Writes the values of {@code keys} to {@code out}, each as the nearest double. */
    public void values(long[] keys, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = value(keys[i]).doubleValue();
        }
    }

    /** Decimals that are written at most. */
    public int decimals() {
        return 0;
    }

    /** The value of {@code key}, rounded, in units of the last decimal. */
    public long rounded(long key) {
        return key;
    }

    /** Puts {@link #rounded} in the place of each of {@code keys}. */
    public void round(long[] keys) {
        // Whole numbers are their own keys.
    }

    /** The greatest number that a range or a target may name. */
    public BigDecimal largest() {
        return LARGEST;
    }

    /**
     * The keys of all values from {@code low} to {@code high}, which must be integers where values are.
     *
     * @param low the least value inside, or null
     * @param high the greatest value inside, or null
     */
    public Range keys(BigDecimal low, BigDecimal high) {
        return new Range(
                low == null ? Long.MIN_VALUE : low.longValueExact(),
                high == null ? Long.MAX_VALUE : high.longValueExact());
    }

    /**
     * The distance of a value from {@code target}, by key. Distances are comparable but have no unit: the nearer value has
     * the lesser one, and equally near values have equal ones. The function throws an {@link ArithmeticException} where a
     * distance does not fit a {@code long}.
     */
    public LongUnaryOperator distance(BigDecimal target) {
        long whole = target.longValueExact();
        return key -> Math.abs(Math.subtractExact(key, whole));
    }

    @Override
    public final String toString() {
        return label;
    }
}
