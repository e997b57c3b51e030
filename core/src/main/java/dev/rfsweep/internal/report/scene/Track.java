package dev.rfsweep.internal.report.scene;

import dev.rfsweep.model.AxisView.Phase;
import java.util.List;

/**
 * One axis of a network, from the input to the last map that still has positions.
 *
 * @param axis its name, {@code h}
 * @param size input pixels, or 0 when unknown
 * @param steps layer by layer; at least one
 * @param chain whether each layer reads the one before and nothing else
 * @param unit the unit of the last map that is followed back; it sees something
 * @param density where its paths come from
 */
public record Track(String axis, long size, List<Step> steps, boolean chain, long unit, Density density) {

    public Track {
        steps = List.copyOf(steps);
    }

    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The first layer that can see nothing new, as the one before it covers the input; behind the last where there is none. */
    public int unproductive() {
        int step = 1;
        while (step < steps.size() && !steps.get(step - 1).covers()) {
            step++;
        }
        return step;
    }

    /** What {@link #unit} sees. */
    public Phase sight() {
        return last().sight(unit);
    }

    /** Middle of the field of {@link #unit}. */
    public double centre() {
        return sight().start() + sight().size() / 2.0;
    }

    /** Where the effective field of {@link #unit} lies. */
    public Effective effective() {
        Phase field = sight();
        double focus = density.paths().isEmpty() ? centre() : density.centre();
        double radius = last().erf() / 2;
        double start = (double) field.start();
        return new Effective(Math.max(start, focus - radius), Math.min(start + field.size(), focus + radius));
    }

    public boolean agrees(Track other) {
        return size == other.size && unit == other.unit && steps.equals(other.steps);
    }
}
