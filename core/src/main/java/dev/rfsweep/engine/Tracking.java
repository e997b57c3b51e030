package dev.rfsweep.engine;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Metric;
import dev.rfsweep.model.Padding;
import dev.rfsweep.net.MapShape;
import dev.rfsweep.space.Automaton;
import dev.rfsweep.space.BlockType;
import dev.rfsweep.space.FixedBlock;
import dev.rfsweep.space.Key;
import dev.rfsweep.space.Lowering;
import dev.rfsweep.space.Option;
import dev.rfsweep.space.Space;
import dev.rfsweep.space.Value;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the nodes of a trellis must carry for the metrics that are asked for, and nothing more.
 *
 * @param metrics what is summed
 * @param stride whether nodes carry the effective stride
 * @param size whether nodes carry the size of the map
 * @param channels whether nodes carry channels, and whether the map is pooled away
 */
record Tracking(Set<Metric> metrics, boolean stride, boolean size, boolean channels) {

    private static final Set<Metric> SCALED = Set.of(Metric.RF, Metric.PAD, Metric.ERF, Metric.STRIDE);

    static Tracking of(Space space, Set<Metric> metrics) {
        boolean stride = metrics.stream().anyMatch(SCALED::contains);
        boolean cost = metrics.contains(Metric.PARAMS) || metrics.contains(Metric.MACS);
        boolean channels = cost || anyBlock(space, Tracking::shortcutDependsOnPadding);
        boolean known = !space.input().size().isEmpty();
        boolean wanted = metrics.contains(Metric.OUT)
                || metrics.contains(Metric.MACS)
                || (metrics.contains(Metric.PARAMS)
                        && anyBlock(space, block -> block.type() == BlockType.FC))
                || (metrics.contains(Metric.PAD) && anyBlock(space, Tracking::paddingNeedsSize));
        boolean size = known && (wanted || !alwaysHasUnits(space));
        return new Tracking(Set.copyOf(metrics), stride, size, channels);
    }

    /** Whether the variance of what is seen is looked at. */
    boolean variance() {
        return metrics.contains(Metric.ERF);
    }

    /** What is read first. */
    LiveTensor input(Space space, Axes axes) {
        MapShape input = space.inputShape();
        MapShape shape = MapShape.of(
                channels ? input.channels() : 0, input.rank(), size ? space.input().size() : List.of());
        return new LiveTensor(shape, Collections.nCopies(axes.count(), AxisField.IDENTITY), 0);
    }

    /**
     * Whether certainly no variant of a space of known size runs out of map. The output size of a window never falls when
     * its input grows, so the least sizes at each position of the automaton bound every path through it.
     */
    private static boolean alwaysHasUnits(Space space) {
        Automaton automaton = space.automaton();
        Lowering lowering = new Lowering(space.input().rank());
        MapShape[] least = new MapShape[automaton.size()];
        least[automaton.start()] = space.inputShape().withChannels(0);
        for (int at = automaton.start(); at > Automaton.END; at--) {
            if (least[at] == null) {
                continue; // no path leads here
            }
            if (automaton.at(at) instanceof Automaton.Step step) {
                for (Option option : step.options()) {
                    MapShape behind = behind(option, lowering, least[at]);
                    if (!behind.hasUnits()) {
                        return false;
                    }
                    least[step.next()] = behind.least(least[step.next()]);
                }
            } else {
                for (int branch = 0; branch < automaton.at(at).branches(); branch++) {
                    int target = automaton.at(at).target(branch);
                    least[target] = least[at].least(least[target]);
                }
            }
        }
        return true;
    }

    private static MapShape behind(Option option, Lowering lowering, MapShape before) {
        MapShape at = before;
        for (FixedBlock block : option.blocks()) {
            at = lowering.fragment(block, 0).shape(at);
        }
        return at;
    }

    /** Padding beyond the window's reach makes the hull of trunk and shortcut differ from the trunk. */
    private static boolean shortcutDependsOnPadding(FixedBlock block) {
        return block.type().hasShortcut()
                && block.block().skip()
                && block.values().get(Key.PAD) instanceof Value.Extents;
    }

    private static boolean paddingNeedsSize(FixedBlock block) {
        return block.values().get(Key.PAD) instanceof Value.Mode mode && ((Padding) mode.padding()).needsSize();
    }

    private static boolean anyBlock(Space space, Predicate<FixedBlock> test) {
        Automaton automaton = space.automaton();
        for (int at = 0; at < automaton.size(); at++) {
            if (automaton.at(at) instanceof Automaton.Step step
                    && step.options().stream()
                            .flatMap(option -> option.blocks().stream())
                            .anyMatch(test)) {
                return true;
            }
        }
        return false;
    }
}
