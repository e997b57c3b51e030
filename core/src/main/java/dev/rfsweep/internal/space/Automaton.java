package dev.rfsweep.internal.space;

import dev.rfsweep.internal.paths.Paths;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The acyclic automaton whose paths are the variants of a space. Branches are in the order of the ids: the id of a
 * variant is the number of its path.
 *
 * <p>Positions are numbered from {@link #END}; every branch leads to a smaller number, so ascending order visits
 * successors first. Immutable.
 */
public final class Automaton implements Paths {

    /** The position where every path ends. */
    public static final int END = 0;

    /** Where a path may go from a position. */
    public sealed interface Position {
        /** Number of branches. */
        int branches();

        /** The position that branch {@code branch} leads to. */
        int target(int branch);

        /** What is decided here. */
        Origin origin();
    }

    /** A decision that lays down no block: an alternative or a number of copies. */
    public record Fork(List<Integer> targets, Origin origin) implements Position {
        public Fork {
            targets = List.copyOf(targets);
        }

        @Override
        public int branches() {
            return targets.size();
        }

        @Override
        public int target(int branch) {
            return targets.get(branch);
        }
    }

    /** A decision between blocks, all of which lead to the same position. */
    public record Step(List<Option> options, int next, Origin origin) implements Position {
        public Step {
            options = List.copyOf(options);
        }

        @Override
        public int branches() {
            return options.size();
        }

        @Override
        public int target(int branch) {
            return next;
        }
    }

    /** Size of all path counts together, 32 MiB: each count has up to one bit more for every choice behind it. */
    private static final long MOST_BITS = 1L << 28;

    private final List<Position> positions;
    private final List<BigInteger> paths;

    /** Takes over the positions after {@link #END}, successors first. */
    Automaton(List<Position> positions) {
        this.positions = List.copyOf(positions);
        this.paths = new ArrayList<>();
        long bits = 0;
        for (Position position : this.positions) {
            BigInteger number = paths.isEmpty() ? BigInteger.ONE : pathsFrom(position);
            paths.add(number);
            bits += position.branches() == 1 ? 0 : number.bitLength();
            if (bits > MOST_BITS) {
                throw new SpaceException(
                        position.origin().node(),
                        null,
                        "from here on there are already 10^" + (long) (number.bitLength() * Math.log10(2))
                                + " variants, more than ids are made for; use fewer stages with choices");
            }
        }
    }

    /** Where there is only one option, the count of the next position itself, so that long chains share one object. */
    private BigInteger pathsFrom(Position position) {
        if (position instanceof Step step) {
            BigInteger next = paths.get(step.next());
            return step.branches() == 1 ? next : next.multiply(BigInteger.valueOf(step.branches()));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int target : ((Fork) position).targets()) {
            sum = sum.add(paths.get(target));
        }
        return sum;
    }

    /** Number of positions, {@link #END} included. */
    public int size() {
        return positions.size();
    }

    /** The position where every path starts. */
    public int start() {
        return positions.size() - 1;
    }

    public Position at(int position) {
        return positions.get(position);
    }

    @Override
    public BigInteger paths(int position) {
        return paths.get(position);
    }

    /** Number of variants. */
    public BigInteger variants() {
        return paths.get(start());
    }

    @Override
    public int root() {
        return start();
    }

    @Override
    public int branches(int position) {
        return positions.get(position).branches();
    }

    @Override
    public int next(int position, int branch) {
        return positions.get(position).target(branch);
    }

    @Override
    public BigInteger before(int position, int branch) {
        if (positions.get(position) instanceof Step step) {
            return paths.get(step.next()).multiply(BigInteger.valueOf(branch));
        }
        BigInteger before = BigInteger.ZERO;
        for (int earlier = 0; earlier < branch; earlier++) {
            before = before.add(paths.get(next(position, earlier)));
        }
        return before;
    }

    @Override
    public int branch(int position, BigInteger number) {
        return positions.get(position) instanceof Step step
                ? number.divide(paths.get(step.next())).intValueExact()
                : Paths.super.branch(position, number);
    }

    /** As soon as the numbers of the paths that are left fit a {@code long}, plain arithmetic goes on. */
    @Override
    public BigInteger follow(int from, BigInteger number, IntPredicate stop, Paths.Step step) {
        int[] at = {from};
        BigInteger rest = Paths.super.follow(
                from, number, node -> paths.get(node).bitLength() < Long.SIZE || stop.test(node), (node, branch) -> {
                    step.take(node, branch);
                    at[0] = next(node, branch);
                });
        return paths.get(at[0]).bitLength() < Long.SIZE
                ? BigInteger.valueOf(follow(at[0], rest.longValueExact(), stop, step))
                : rest;
    }

    private long follow(int from, long number, IntPredicate stop, Paths.Step taken) {
        long rest = number;
        int node = from;
        while (node != END && !stop.test(node)) {
            int branch = 0;
            if (positions.get(node) instanceof Step step) {
                long each = paths.get(step.next()).longValue();
                branch = (int) (rest / each);
                rest -= branch * each;
            } else {
                for (long here = below(node, 0); rest >= here; here = below(node, branch)) {
                    rest -= here;
                    branch++;
                }
            }
            taken.take(node, branch);
            node = next(node, branch);
        }
        return rest;
    }

    private long below(int node, int branch) {
        return paths.get(next(node, branch)).longValue();
    }

    /**
     * The variant of an id.
     *
     * @throws IndexOutOfBoundsException when there is no such id
     */
    public Variant unrank(BigInteger id) {
        List<Integer> path = new ArrayList<>();
        List<FixedBlock> blocks = new ArrayList<>();
        follow(id, (position, branch) -> {
            path.add(branch);
            if (positions.get(position) instanceof Step step) {
                blocks.addAll(step.options().get(branch).blocks());
            }
        });
        return new Variant(path, blocks);
    }

    /** The id of a variant: the number of paths before its own. */
    public BigInteger rank(Variant variant) {
        BigInteger id = BigInteger.ZERO;
        int at = start();
        for (int branch : variant.path()) {
            id = id.add(before(at, branch));
            at = next(at, branch);
        }
        return id;
    }
}
