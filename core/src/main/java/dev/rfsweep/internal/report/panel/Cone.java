package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Level;
import dev.rfsweep.internal.report.scene.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that one unit of the last map of a chain reads, followed back through the layers.
 *
 * @param track the chain
 * @param levels from the input, at 0, to the unit itself: one more than the chain has layers
 */
public record Cone(Track track, List<Level> levels) {

    /** More units in a row than any picture has pixels. */
    private static final int MOST = 4096;

    /** Most units of all rows together. */
    private static final int MOST_TOGETHER = 1 << 20;

    /** Whether the units of {@code track} can be followed back one by one: it is a chain, and no kernel is huge. */
    public static boolean shows(Track track) {
        return track.chain() && track.steps().stream().allMatch(step -> Level.taps(step.read()) <= MOST);
    }

    static Cone of(Track track) {
        int most = Math.min(MOST, MOST_TOGETHER / track.steps().size());
        List<Level> levels = new ArrayList<>();
        Level level = Level.top(track.unit(), track.last().out());
        levels.add(level);
        for (int step = track.steps().size() - 1; step >= 0; step--) {
            long size = step == 0 ? track.size() : track.steps().get(step - 1).out();
            level = level.below(track.steps().get(step).read(), size, most);
            levels.add(level);
        }
        Collections.reverse(levels);
        return new Cone(track, List.copyOf(levels));
    }

    int top() {
        return levels.size() - 1;
    }

    Level input() {
        return levels.get(0);
    }

    /** Where a unit of a level stands over the input. */
    double centre(int level, long unit) {
        return level == 0 ? unit + 0.5 : track.steps().get(level - 1).centre(unit);
    }

    /** Input pixels between neighbouring units of a level. */
    double stride(int level) {
        return level == 0 ? 1 : Math.abs(track.steps().get(level - 1).stride());
    }
}
