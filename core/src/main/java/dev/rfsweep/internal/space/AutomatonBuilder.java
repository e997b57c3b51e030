package dev.rfsweep.internal.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/** Lays out the automaton of a grammar from its end backwards. */
final class AutomatonBuilder {

    /** More positions, or more blocks in all options, than any sensible space has; a limit, so that a small text cannot fill the memory. */
    static final int LIMIT = 1 << 20;

    private final List<Automaton.Position> positions = new ArrayList<>();

    /**
     * Options by block: copies of a block share one list, which the engine compiles once. Keys are compared by identity, as
     * equal blocks may stand in several places.
     */
    private final IdentityHashMap<Block, List<Option>> tied = new IdentityHashMap<>();

    private final IdentityHashMap<Block, List<Option>> firsts = new IdentityHashMap<>();
    private final IdentityHashMap<Block, List<Option>> laters = new IdentityHashMap<>();
    private final IdentityHashMap<Node.Repeat, List<Option>> bodies = new IdentityHashMap<>();

    private long blocks;

    private AutomatonBuilder() {}

    /** The automaton of {@code root} alone. */
    static Automaton build(Node root) {
        positions(root);
        AutomatonBuilder builder = new AutomatonBuilder();
        Origin top = new Origin(root, Trail.TOP);
        builder.positions.add(new Automaton.Fork(List.of(), top));
        int start = builder.lay(root, Automaton.END, Trail.TOP);
        if (start != builder.positions.size() - 1) {
            builder.positions.add(new Automaton.Fork(List.of(start), top));
        }
        return new Automaton(builder.positions);
    }

    /** How many positions {@code node} takes, found without laying one: nested copies multiply. */
    private static long positions(Node node) {
        long number = 0;
        if (node instanceof Block block) {
            List<Integer> repeats = block.repeats();
            long most = Collections.max(repeats);
            long forks = repeats.size() > 1 ? 1 : 0;
            number = block.type() == BlockType.ID ? 0 : block.repeatsChoose() ? most - 1 + repeats.size() + forks : 1;
        } else if (node instanceof Node.Sequence sequence) {
            for (Node part : sequence.parts()) {
                number += positions(part);
            }
        } else if (node instanceof Node.Alternative alternative) {
            for (Node option : alternative.options()) {
                number += positions(option);
            }
            number += alternative.options().size() > 1 ? 1 : 0;
        } else if (((Node.Repeat) node).each()) {
            Node.Repeat repeat = (Node.Repeat) node;
            number = Collections.max(repeat.counts()) * positions(repeat.body())
                    + (repeat.counts().size() > 1 ? 1 : 0);
        }
        if (number > LIMIT) {
            throw new SpaceException(node, null, "more than " + LIMIT + " joint choices or copies; copy less often");
        }
        return number;
    }

    /** Lays {@code node}, which stands at {@code trail}, in front of position {@code next} and returns where it starts. */
    private int lay(Node node, int next, Trail trail) {
        if (node instanceof Block block) {
            return lay(block, next, trail);
        }
        if (node instanceof Node.Sequence sequence) {
            int start = next;
            for (int part = sequence.parts().size() - 1; part >= 0; part--) {
                start = lay(sequence.parts().get(part), start, trail.down(new Trail.Part(part)));
            }
            return start;
        }
        if (node instanceof Node.Alternative alternative) {
            List<Integer> targets = new ArrayList<>();
            for (Node option : alternative.options()) {
                targets.add(lay(option, next, trail.down(new Trail.Alternative(targets.size()))));
            }
            return fork(targets, new Origin(node, trail));
        }
        return lay((Node.Repeat) node, next, trail);
    }

    private int lay(Block block, int next, Trail trail) {
        if (block.type() == BlockType.ID) {
            return next;
        }
        List<Integer> repeats = block.repeats();
        if (!block.repeatsChoose()) {
            return step(tied.computeIfAbsent(block, key -> tied(key, repeats)), next, new Origin(block, trail));
        }
        List<Option> first = firsts.computeIfAbsent(block, key -> single(key, true));
        List<Option> later = laters.computeIfAbsent(block, key -> single(key, false));
        int mostLater = Collections.max(repeats) - 1;
        List<Integer> rest =
                chain(repeats, mostLater, next, trail, (at, copy) -> step(later, at, new Origin(block, copy)));
        List<Integer> targets = new ArrayList<>();
        for (int count : repeats) {
            Trail copy = trail.down(new Trail.Copy(repeats, count - 1));
            targets.add(step(first, rest.get(count - 1), new Origin(block, copy)));
        }
        return fork(targets, new Origin(block, trail));
    }

    private int lay(Node.Repeat repeat, int next, Trail trail) {
        if (repeat.counts().equals(List.of(1))) {
            return lay(repeat.body(), next, trail);
        }
        Origin origin = new Origin(repeat, trail);
        if (!repeat.each()) {
            return step(bodies.computeIfAbsent(repeat, this::tied), next, origin);
        }
        int most = Collections.max(repeat.counts());
        List<Integer> starts = chain(repeat.counts(), most, next, trail, (at, copy) -> lay(repeat.body(), at, copy));
        return fork(repeat.counts().stream().map(starts::get).toList(), origin);
    }

    /**
     * The positions where runs of 0, 1, 2, ..., {@code most} copies in front of {@code next} start; longer runs end in shorter
     * ones. A copy without blocks is laid once, as nested ones would take time that multiplies with every level.
     */
    private static List<Integer> chain(
            List<Integer> counts, int most, int next, Trail trail, ToIntBiFunction<Integer, Trail> copy) {
        List<Integer> starts = new ArrayList<>(List.of(next));
        while (starts.size() <= most) {
            int following = starts.size() - 1;
            int last = starts.get(following);
            boolean empty = following > 0 && starts.get(following - 1) == last;
            starts.add(empty ? last : copy.applyAsInt(last, trail.down(new Trail.Copy(counts, following))));
        }
        return starts;
    }

    /** Options of repeats that share one choice: every number of them for every combination of values. */
    private List<Option> tied(Block block, List<Integer> repeats) {
        long combinations = combinations(block, choices(block, true));
        repeats.forEach(count -> charge(combinations * count, block));
        List<Option> first = single(block, true);
        List<Option> later = single(block, false);
        List<Option> options = new ArrayList<>();
        for (int count : repeats) {
            for (int joint = 0; joint < first.size(); joint++) {
                List<FixedBlock> blocks = new ArrayList<>(first.get(joint).blocks());
                for (int copy = 1; copy < count; copy++) {
                    blocks.addAll(later.get(joint).blocks());
                }
                options.add(new Option(blocks));
            }
        }
        return List.copyOf(options);
    }

    private List<Option> tied(Node.Repeat repeat) {
        Automaton body = build(repeat.body());
        long joint = body.variants().bitLength() > 20
                ? LIMIT + 1L
                : body.variants().longValueExact() * repeat.counts().size();
        requireFew(joint, repeat);
        List<Option> options = new ArrayList<>();
        for (int count : repeat.counts()) {
            for (long id = 0; id < body.variants().longValueExact(); id++) {
                List<FixedBlock> once = body.unrank(BigInteger.valueOf(id)).blocks();
                charge((long) once.size() * count, repeat);
                List<FixedBlock> blocks = new ArrayList<>();
                for (int copy = 0; copy < count; copy++) {
                    blocks.addAll(once);
                }
                options.add(new Option(blocks));
            }
        }
        return List.copyOf(options);
    }

    /** What is chosen for each repeat. Where repeats choose for themselves, the later ones have no stride to choose. */
    private static List<Choice> choices(Block block, boolean first) {
        return block.choices().stream()
                .filter(choice -> choice.key() != Key.R && (choice.key() != Key.S || first || !block.each()))
                .toList();
    }

    /** How many combinations of values there are, found without making one. */
    private static long combinations(Block block, List<Choice> choices) {
        long combinations = 1;
        for (Choice choice : choices) {
            combinations *= choice.values().size();
            requireFew(combinations, block);
        }
        return combinations;
    }

    /** Every combination of values of one block; the leftmost key changes slowest. */
    private List<Option> single(Block block, boolean first) {
        List<Choice> choices = choices(block, first);
        charge(combinations(block, choices), block);
        List<Map<Key, Value>> joint = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (Choice choice : choices) {
            List<Map<Key, Value>> longer = new ArrayList<>();
            for (Map<Key, Value> prefix : joint) {
                for (Value value : choice.values()) {
                    Map<Key, Value> values = new LinkedHashMap<>(prefix);
                    values.put(choice.key(), value);
                    longer.add(values);
                }
            }
            joint = longer;
        }
        List<Option> options = new ArrayList<>();
        for (Map<Key, Value> values : joint) {
            if (!first) {
                values.remove(Key.S);
            }
            options.add(new Option(List.of(new FixedBlock(block, Collections.unmodifiableMap(values), first))));
        }
        return List.copyOf(options);
    }

    private int step(List<Option> options, int next, Origin origin) {
        return add(new Automaton.Step(options, next, origin));
    }

    private int fork(List<Integer> targets, Origin origin) {
        return targets.size() == 1 ? targets.get(0) : add(new Automaton.Fork(targets, origin));
    }

    private int add(Automaton.Position position) {
        requireFew(positions.size(), position.origin().node());
        positions.add(position);
        return positions.size() - 1;
    }

    /** Counts blocks in options against {@link #LIMIT}. */
    private void charge(long number, Node node) {
        blocks += number;
        requireFew(blocks, node);
    }

    private static void requireFew(long number, Node node) {
        if (number > LIMIT) {
            throw new SpaceException(
                    node,
                    null,
                    "more than " + LIMIT + " joint choices or copies; choose from fewer values, or let repeats choose"
                            + " with 'each'");
        }
    }
}
