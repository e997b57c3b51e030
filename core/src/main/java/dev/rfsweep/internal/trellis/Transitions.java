package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Option;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.metric.Metric;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What each option of a step makes of the state before it: the state behind it, and what it adds to every slot. States are
 * numbered in the order in which they are met. Whatever is worked out once is remembered, and copies share their options, so
 * most transitions are known when they are met. For one thread, until all that can be met has been.
 */
public final class Transitions {

    /** What one option does to one state. */
    public static final class Transition {
        private final int next;
        private final long[] sums;

        private Transition(int next, long[] sums) {
            this.next = next;
            this.sums = sums;
        }

        /** The number of the state behind it. */
        public int next() {
            return next;
        }

        /** What it adds, by slot; the array itself, not to be written to. */
        public long[] sums() {
            return sums;
        }
    }

    private final Space space;
    private final Axes axes;
    private final Tracking tracking;
    private final List<Slot> slots;

    /** Slots that operators add to by themselves. */
    private final int[] spending;

    private final Fragments fragments;

    /** By the options of a step, then by state, then by option; null where it has not been met. */
    private final IdentityHashMap<List<Option>, Int2ObjectOpenHashMap<Transition[]>> known = new IdentityHashMap<>();

    private final Object2IntOpenHashMap<State> numbers = new Object2IntOpenHashMap<>();
    private final List<State> states = new ArrayList<>();

    public Transitions(Space space, Axes axes, List<Slot> slots) {
        this.space = space;
        this.axes = axes;
        this.slots = List.copyOf(slots);
        this.fragments = new Fragments(space.input().rank());
        this.tracking = tracking(slots);
        this.spending = spending(slots, tracking);
        number(new State(List.of(tracking.input(space, axes))));
    }

    /** What is added up, in the order of {@link Transition#sums}. */
    public List<Slot> slots() {
        return slots;
    }

    /** Whether states would be no fewer if only {@code some} of the slots were asked for. */
    public boolean hasStatesOf(Set<Slot> some) {
        return tracking.withoutVariance().equals(tracking(some).withoutVariance());
    }

    private Tracking tracking(Collection<Slot> some) {
        return Tracking.of(space, some.stream().map(Slot::metric).collect(Collectors.toSet()), fragments);
    }

    /** Costs that depend on sizes are 0 where no size is known. */
    private static int[] spending(List<Slot> slots, Tracking tracking) {
        return IntStream.range(0, slots.size())
                .filter(slot -> slots.get(slot).metric().hasCost())
                .filter(slot -> tracking.size() || !slots.get(slot).metric().needs(Metric.Need.SIZE))
                .toArray();
    }

    /** The number of the state before the first step. */
    public int start() {
        return 0;
    }

    boolean isDead(int state) {
        return states.get(state).equals(State.DEAD);
    }

    /** What complete variants that end in {@code state}, which is not dead, add to {@code slot} themselves. */
    public long leafWeight(int slot, int state) {
        LiveTensor last = states.get(state).last();
        return last.isLocal() ? slots.get(slot).last(last, axes) : 0;
    }

    /** All that is known of {@code step} from {@code state}, for {@link #of}. */
    public Transition[] from(Automaton.Step step, int state) {
        return known.computeIfAbsent(step.options(), fresh -> new Int2ObjectOpenHashMap<>())
                .computeIfAbsent(state, fresh -> new Transition[step.branches()]);
    }

    /**
     * The transition by option {@code branch} of {@code step}.
     *
     * @param from what {@link #from} says for {@code step} and {@code state}
     * @throws RefusedException when what is added does not fit
     */
    public Transition of(Transition[] from, Automaton.Step step, int state, int branch) {
        Transition transition = from[branch];
        if (transition == null) {
            transition = worked(step.options().get(branch), states.get(state));
            from[branch] = transition;
        }
        return transition;
    }

    private Transition worked(Option option, State state) {
        Fold fold = new Fold(slots, spending, tracking, axes, state);
        try {
            for (FixedBlock block : option.blocks()) {
                fragments.of(block, fold.channels()).accept(fold);
            }
            return new Transition(number(fold.finish()), fold.sums());
        } catch (Exact.Overflow overflow) {
            throw new RefusedException(overflow.getMessage() + " does not fit 63 bits in stage "
                    + Stages.describe(space, option.blocks().get(0)));
        }
    }

    private int number(State state) {
        int fresh = states.size();
        int number = numbers.computeIfAbsent(state, unmet -> fresh);
        if (number == fresh) {
            states.add(state);
        }
        return number;
    }
}
