package dev.rfsweep.internal.space;

import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.model.Remedy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks every reachable combination of block and input channels, so that no variant can fail later. */
final class SpaceCheck {

    /**
     * What the rules depend on.
     *
     * @param shape channels; sizes do not matter
     * @param pooled whether the map is gone: pooled away, or flattened by a dense layer
     */
    private record State(MapShape shape, boolean pooled) {}

    private final Space space;
    private final Lowering lowering;

    SpaceCheck(Space space) {
        this.space = space;
        this.lowering = new Lowering(space.input().rank());
    }

    void run() {
        Automaton automaton = space.automaton();
        List<Set<State>> reached = new ArrayList<>();
        for (int at = 0; at < automaton.size(); at++) {
            reached.add(Set.of());
        }
        reach(reached, automaton.start(), new State(unsized(space.inputChannels()), false));
        for (int at = automaton.start(); at > Automaton.END; at--) {
            for (State state : reached.set(at, Set.of())) { // positions that are done need no states any more
                Automaton.Position position = automaton.at(at);
                if (position instanceof Automaton.Step step) {
                    for (Option option : step.options()) {
                        reach(reached, step.next(), after(option, state));
                    }
                } else {
                    for (int branch = 0; branch < position.branches(); branch++) {
                        reach(reached, position.target(branch), state);
                    }
                }
            }
        }
    }

    private static void reach(List<Set<State>> reached, int position, State state) {
        if (reached.get(position).isEmpty()) {
            reached.set(position, new HashSet<>());
        }
        reached.get(position).add(state);
    }

    private State after(Option option, State before) {
        State state = before;
        for (FixedBlock block : option.blocks()) {
            state = after(block, state);
        }
        return state;
    }

    private State after(FixedBlock block, State state) {
        BlockType type = block.type();
        if (state.pooled() && type != BlockType.FC) {
            throw new SpaceException(block.block(), null, "only fc may follow gp or fc, because there is no map left");
        }
        if (type == BlockType.FC && !state.pooled() && space.input().size().isEmpty()) {
            throw new SpaceException(
                    block.block(),
                    null,
                    "fc over a map needs the size of the input to know its inputs: put gp before, or give input.size in a file",
                    new Remedy.SpaceInputSize());
        }
        long channels = lowering.fragment(block, state.shape().channels())
                .shape(state.shape())
                .channels();
        return new State(unsized(channels), state.pooled() || type.endsMap());
    }

    private MapShape unsized(long channels) {
        return MapShape.of(channels, space.input().rank(), List.of());
    }
}
