package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.BlockType;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Option;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Value;
import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Metric.Need;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the nodes of a trellis must carry for the metrics that are asked for, and nothing more.
 *
 * @param stride whether nodes carry the effective stride
 * @param size whether nodes carry the size of the map
 * @param channels whether nodes carry channels
 * @param variance whether the variance of what is seen is looked at
 * @param behind whether nodes carry how far a unit sees behind its own position
 */
record Tracking(boolean stride, boolean size, boolean channels, boolean variance, boolean behind) {

    static Tracking of(Space space, Set<Metric> metrics, Fragments fragments) {
        boolean cost = any(metrics, Need.CHANNELS);
        boolean known = !space.input().size().isEmpty();
        boolean wanted = any(metrics, Need.SIZE)
                || (cost && anyBlock(space, block -> block.type() == BlockType.FC))
                || (any(metrics, Need.PADDING) && anyBlock(space, Tracking::paddingNeedsSize));
        return new Tracking(
                any(metrics, Need.STRIDE),
                known && (wanted || !alwaysHasUnits(space, fragments)),
                cost || anyBlock(space, Tracking::shortcutDependsOnPadding),
                any(metrics, Need.VARIANCE),
                any(metrics, Need.BEHIND)
                        && anyBlock(
                                space,
                                block -> padsBeyondReach(block, space.input().rank())));
    }

    /** The same as far as nodes carry it: variances never stay in a state. */
    Tracking withoutVariance() {
        return new Tracking(stride, size, channels, false, behind);
    }

    private static boolean any(Set<Metric> metrics, Need need) {
        return metrics.stream().anyMatch(metric -> metric.needs(need));
    }

    /** What is read first. */
    LiveTensor input(Space space, Axes axes) {
        MapShape input = space.inputShape();
        MapShape shape = MapShape.of(
                channels ? input.channels() : 0,
                input.rank(),
                size ? space.input().size() : List.of());
        return new LiveTensor(
                shape,
                Collections.nCopies(axes.count(), AxisField.IDENTITY),
                0,
                behind ? Collections.nCopies(axes.count(), 0L) : List.of());
    }

    /**
     * Whether certainly no variant of a space of known size runs out of map. The output size of a window never falls when
     * its input grows, so the least sizes at each position of the automaton bound every path through it.
     */
    private static boolean alwaysHasUnits(Space space, Fragments fragments) {
        Automaton automaton = space.automaton();
        MapShape[] least = new MapShape[automaton.size()];
        least[automaton.start()] = space.inputShape().withChannels(0);
        for (int at = automaton.start(); at > Automaton.END; at--) {
            if (least[at] == null) {
                continue; // no path leads here
            }
            if (automaton.at(at) instanceof Automaton.Step step) {
                for (Option option : step.options()) {
                    MapShape behind = behind(option, fragments, least[at]);
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

    private static MapShape behind(Option option, Fragments fragments, MapShape before) {
        MapShape at = before;
        for (FixedBlock block : option.blocks()) {
            at = fragments.of(block, 0).shape(at);
        }
        return at;
    }

    /** Padding beyond the window's reach makes the hull of trunk and shortcut differ from the trunk. */
    private static boolean shortcutDependsOnPadding(FixedBlock block) {
        return block.type().hasShortcut()
                && block.block().skip()
                && block.values().get(Key.PAD) instanceof Value.Extents;
    }

    /** Otherwise no layer takes a unit's last input before its own position. */
    private static boolean padsBeyondReach(FixedBlock block, int rank) {
        return block.values().get(Key.PAD) instanceof Value.Extents pads
                && IntStream.range(0, rank).anyMatch(axis -> pads.at(axis) > block.reach(axis));
    }

    private static boolean paddingNeedsSize(FixedBlock block) {
        return block.values().get(Key.PAD) instanceof Value.Mode mode && ((Padding) mode.padding()).needsSize();
    }

    private static boolean anyBlock(Space space, Predicate<FixedBlock> test) {
        Automaton automaton = space.automaton();
        for (int at = 0; at < automaton.size(); at++) {
            if (automaton.at(at) instanceof Automaton.Step step && anyBlock(step.options(), test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyBlock(List<Option> options, Predicate<FixedBlock> test) {
        for (Option option : options) {
            for (FixedBlock block : option.blocks()) {
                if (test.test(block)) {
                    return true;
                }
            }
        }
        return false;
    }
}
