package dev.rfsweep.engine;

import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Window;
import dev.rfsweep.space.Automaton;
import dev.rfsweep.space.FixedBlock;
import dev.rfsweep.space.Lowering;
import dev.rfsweep.space.Option;
import dev.rfsweep.space.Space;
import java.util.Arrays;
import java.util.List;

/**
 * Proves that no variant runs out of map. The output size of a window never falls when its input grows, so the least
 * size at each position of the automaton bounds every path through it.
 */
final class Validity {

    private final Lowering lowering;
    private final List<Integer> axes;

    private Validity(Space space, Axes axes) {
        this.lowering = new Lowering(space.input().rank());
        this.axes = axes.representatives();
    }

    /** Whether every variant of a space of known size is certainly valid. */
    static boolean isCertain(Space space, Axes axes) {
        Automaton automaton = space.automaton();
        Validity validity = new Validity(space, axes);
        long[][] least = new long[automaton.size()][axes.count()];
        for (long[] sizes : least) {
            Arrays.fill(sizes, Long.MAX_VALUE);
        }
        for (int axis = 0; axis < axes.count(); axis++) {
            least[automaton.start()][axis] =
                    space.input().size().get(axes.representatives().get(axis));
        }
        for (int at = automaton.start(); at > Automaton.END; at--) {
            if (automaton.at(at) instanceof Automaton.Step step) {
                for (Option option : step.options()) {
                    long[] sizes = least[at].clone();
                    if (!validity.survives(option, sizes)) {
                        return false;
                    }
                    lower(least[step.next()], sizes);
                }
            } else {
                for (int branch = 0; branch < automaton.at(at).branches(); branch++) {
                    lower(least[automaton.at(at).target(branch)], least[at]);
                }
            }
        }
        return true;
    }

    private static void lower(long[] least, long[] sizes) {
        for (int axis = 0; axis < least.length; axis++) {
            least[axis] = Math.min(least[axis], sizes[axis]);
        }
    }

    private boolean survives(Option option, long[] sizes) {
        for (FixedBlock block : option.blocks()) {
            if (!survives(lowering.layers(block, 0), sizes)) {
                return false;
            }
        }
        return true;
    }

    private boolean survives(List<Layer> layers, long[] sizes) {
        for (Layer layer : layers) {
            boolean alive = true;
            if (layer instanceof Layer.Conv conv) {
                alive = survive(conv.windows(), sizes);
            } else if (layer instanceof Layer.Pool pool) {
                alive = survive(pool.windows(), sizes);
            } else if (layer instanceof Layer.Residual residual) {
                alive = survives(residual.trunk(), sizes);
            }
            if (!alive) {
                return false;
            }
        }
        return true;
    }

    private boolean survive(List<Window> windows, long[] sizes) {
        boolean alive = true;
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = windows.get(axes.get(axis)).out(sizes[axis]);
            alive &= sizes[axis] >= 1;
        }
        return alive;
    }
}
