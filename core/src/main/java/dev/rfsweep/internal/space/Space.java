package dev.rfsweep.internal.space;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A search space: every network that a grammar describes, numbered. Immutable and checked. */
public final class Space {

    private final Input input;
    private final List<Node> stages;
    private final Automaton automaton;
    private final boolean channels;
    private final Schema schema;

    /**
     * A space of {@code stages} over {@code input}.
     *
     * @throws SpaceException when some variant breaks a rule: a channel product that is not whole, a block behind a
     *     global pool, a dense layer without a known input
     */
    public Space(Input input, List<Node> stages) {
        this.input = input;
        this.stages = List.copyOf(stages);
        Node root = new Node.Sequence(stages);
        this.automaton = AutomatonBuilder.build(root);
        this.channels = anyChannels(automaton);
        this.schema = Schema.of(input, root, channels);
        new SpaceCheck(this).run();
    }

    public Input input() {
        return input;
    }

    /** The top level of the grammar. */
    public List<Node> stages() {
        return stages;
    }

    public Automaton automaton() {
        return automaton;
    }

    public Schema schema() {
        return schema;
    }

    /** Number of variants, invalid ones included. */
    public BigInteger variants() {
        return automaton.variants();
    }

    /** Channels of the input, or 0 when no block of the space says any. */
    public long inputChannels() {
        return channels ? input.channels() : 0;
    }

    /** Shape of the input; without channels when no block of the space says any. */
    public MapShape inputShape() {
        return MapShape.of(inputChannels(), input.rank(), input.size());
    }

    /** The concrete network of a variant. */
    public Network network(Variant variant) {
        Lowering lowering = new Lowering(input.rank());
        List<Fragment> fragments = new ArrayList<>();
        MapShape at = inputShape();
        for (FixedBlock block : variant.blocks()) {
            Fragment fragment = lowering.fragment(block, at.channels());
            fragments.add(fragment);
            at = fragment.shape(at);
        }
        return new Network(input.rank(), input.size(), inputChannels(), fragments);
    }

    private static boolean anyChannels(Automaton automaton) {
        for (int at = 0; at < automaton.size(); at++) {
            if (automaton.at(at) instanceof Automaton.Step step
                    && step.options().stream()
                            .flatMap(option -> option.blocks().stream())
                            .anyMatch(block -> block.values().containsKey(Key.C))) {
                return true;
            }
        }
        return false;
    }
}
