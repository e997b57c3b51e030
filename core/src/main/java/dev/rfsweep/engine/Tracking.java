package dev.rfsweep.engine;

import dev.rfsweep.model.Metric;
import dev.rfsweep.model.Padding;
import dev.rfsweep.space.Automaton;
import dev.rfsweep.space.FixedBlock;
import dev.rfsweep.space.Key;
import dev.rfsweep.space.Space;
import dev.rfsweep.space.Value;
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

    static Tracking of(Space space, Axes axes, Set<Metric> metrics) {
        boolean stride = metrics.stream().anyMatch(SCALED::contains);
        boolean cost = metrics.contains(Metric.PARAMS) || metrics.contains(Metric.MACS);
        boolean channels = cost || anyBlock(space, Tracking::shortcutDependsOnPadding);
        boolean known = !space.input().size().isEmpty();
        boolean wanted = metrics.contains(Metric.OUT)
                || metrics.contains(Metric.MACS)
                || (metrics.contains(Metric.PARAMS)
                        && anyBlock(space, block -> block.type().code().equals("fc")))
                || (metrics.contains(Metric.PAD) && anyBlock(space, Tracking::paddingNeedsSize));
        boolean size = known && (wanted || !Validity.isCertain(space, axes));
        return new Tracking(Set.copyOf(metrics), stride, size, channels);
    }

    boolean sums(Metric metric) {
        return metrics.contains(metric);
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
