package dev.rfsweep.engine;

import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Metric;
import dev.rfsweep.net.Fragment;
import dev.rfsweep.net.MapShape;
import dev.rfsweep.net.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Follows fragments forward from a state, collecting what they add to every slot. Costs are added operator by operator.
 * What is seen stays with the live tensors, where a merge takes the hull, until only one of them is left and it moves into
 * the sums. Arithmetic is exact and throws {@link Exact.Overflow}.
 */
final class Fold implements Fragment.Visitor<Void> {

    private final List<Slot> slots;
    private final Tracking tracking;
    private final Axes axes;
    private final Reads reads;

    /** The live tensors, the one that is read next last. */
    private final ArrayList<LiveTensor> live;

    private final long[] sums;
    private boolean dead;

    Fold(List<Slot> slots, Tracking tracking, Axes axes, State from) {
        this.slots = slots;
        this.tracking = tracking;
        this.axes = axes;
        this.reads = new Reads(tracking, axes.representatives());
        this.live = new ArrayList<>(from.live());
        this.sums = new long[slots.size()];
    }

    /** Channels that the next fragment reads. */
    long channels() {
        return dead ? 0 : live.get(live.size() - 1).shape().channels();
    }

    /** The state behind the fragments so far. Call it once, at the end. */
    State finish() {
        if (dead) {
            return State.DEAD;
        }
        if (live.size() == 1) {
            LiveTensor only = live.get(0);
            settle(only);
            live.set(0, only.restarted());
        }
        return new State(List.copyOf(live));
    }

    /** What the fragments added to every slot; known once the fold is finished. */
    long[] sums() {
        return sums;
    }

    @Override
    public Void single(Fragment.Single fragment) {
        apply(fragment.operator(), 1);
        return null;
    }

    @Override
    public Void chain(Fragment.Chain fragment) {
        for (Fragment part : fragment.parts()) {
            part.accept(this);
        }
        return null;
    }

    /** Every branch but the last reads a copy, and leaves what it read on top for the next one. */
    @Override
    public Void branches(Fragment.Branches fragment) {
        int last = fragment.branches().size() - 1;
        for (int branch = 0; branch < last; branch++) {
            live.add(live.get(live.size() - 1));
            fragment.branches().get(branch).accept(this);
            if (dead) {
                return null;
            }
            Collections.swap(live, live.size() - 2, live.size() - 1);
        }
        fragment.branches().get(last).accept(this);
        apply(fragment.join(), last + 1);
        return null;
    }

    private void apply(Operator operator, int count) {
        if (dead) {
            return;
        }
        List<LiveTensor> inputs = count == 1
                ? List.of(live.get(live.size() - 1))
                : List.copyOf(live.subList(live.size() - count, live.size()));
        List<MapShape> shapes = count == 1 ? List.of(inputs.get(0).shape()) : shapes(inputs);
        MapShape shape = operator.shape(shapes);
        dead = !shape.hasUnits();
        if (!dead) {
            spend(new Spending(operator, shapes, shape));
            LiveTensor output = reads.through(operator, inputs, shapes, shape);
            if (live.size() == 1 && !output.isLocal()) {
                settleAll(live.get(0));
            }
            if (count > 1) {
                live.subList(live.size() - count + 1, live.size()).clear();
            }
            live.set(live.size() - 1, output);
        }
    }

    /** Costs that depend on sizes are 0 where no size is known. */
    private void spend(Spending step) {
        for (int slot = 0; slot < sums.length; slot++) {
            Slot to = slots.get(slot);
            if (tracking.size() || !to.metric().needs(Metric.Need.SIZE)) {
                sums[slot] = to.plus(sums[slot], to.metric().cost(step));
            }
        }
    }

    private static List<MapShape> shapes(List<LiveTensor> inputs) {
        List<MapShape> shapes = new ArrayList<>(inputs.size());
        for (LiveTensor input : inputs) {
            shapes.add(input.shape());
        }
        return shapes;
    }

    /** Moves what {@code tensor} sees into the sums. */
    private void settle(LiveTensor tensor) {
        for (int slot = 0; tensor.isLocal() && slot < sums.length; slot++) {
            sums[slot] = slots.get(slot).plus(sums[slot], slots.get(slot).seen(tensor));
        }
    }

    /** Field metrics are read before the first global pool, which {@code tensor} goes into. */
    private void settleAll(LiveTensor tensor) {
        settle(tensor);
        LiveTensor last = tensor.restarted();
        for (int slot = 0; tensor.isLocal() && slot < sums.length; slot++) {
            sums[slot] = slots.get(slot).plus(sums[slot], slots.get(slot).last(last, axes));
        }
    }
}
