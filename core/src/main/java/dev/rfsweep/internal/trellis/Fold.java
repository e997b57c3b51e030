package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Operator;
import dev.rfsweep.model.Exact;
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
    private final Axes axes;
    private final Reads reads;

    /** The live tensors, the one that is read next last. */
    private final ArrayList<LiveTensor> live;

    private final long[] sums;

    /** Slots that operators add to by themselves. */
    private final int[] spending;

    private boolean dead;

    Fold(List<Slot> slots, int[] spending, Tracking tracking, Axes axes, State from) {
        this.slots = slots;
        this.spending = spending;
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
        follow(fragment.operator());
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
        join(fragment.join(), last + 1);
        return null;
    }

    private void follow(Operator operator) {
        if (dead) {
            return;
        }
        LiveTensor input = live.get(live.size() - 1);
        List<MapShape> shapes = List.of(input.shape());
        MapShape shape = operator.shape(shapes);
        dead = !shape.hasUnits();
        if (!dead) {
            spend(operator, shapes, shape);
            LiveTensor output = reads.through(operator, 0, input, shapes, shape);
            if (live.size() == 1 && !output.isLocal()) {
                settleAll(input);
            }
            live.set(live.size() - 1, output);
        }
    }

    private void join(Operator operator, int count) {
        if (dead) {
            return;
        }
        List<LiveTensor> inputs = live.subList(live.size() - count, live.size());
        List<MapShape> shapes = shapes(inputs);
        MapShape shape = operator.shape(shapes);
        dead = !shape.hasUnits();
        if (!dead) {
            spend(operator, shapes, shape);
            LiveTensor output = reads.through(operator, inputs, shapes, shape);
            inputs.clear();
            live.add(output);
        }
    }

    private void spend(Operator operator, List<MapShape> shapes, MapShape shape) {
        if (spending.length > 0) {
            Spending step = new Spending(operator, shapes, shape);
            for (int slot : spending) {
                sums[slot] = slots.get(slot)
                        .plus(sums[slot], slots.get(slot).metric().cost(step));
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
