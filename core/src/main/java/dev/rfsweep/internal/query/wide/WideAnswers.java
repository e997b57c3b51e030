package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Answers where conditions look at sums of so many values that states are no way: each is exact, or empty where it would
 * take more work or memory than there is.
 */
public final class WideAnswers {

    /** Rounding all of them takes some hundredths of a second. */
    private static final int MOST_EDGES = 1 << 20;

    /** A walk calls itself so often. */
    private static final int LONGEST_PATH = 1 << 11;

    /** A look-up takes two to the power of this. */
    private static final int MOST_LINES = 4;

    /** Additions of cells: ten seconds or so. */
    private static final double MOST_WORK = 1e10;

    private static final double WORK_PER_PATH = 1e3;

    /** Of the memory there is, for a count. */
    private static final double SHARE_OF_MEMORY = 0.8;

    /** Cells of the grid of a search, in less than a second. */
    private static final double CELLS = 3e7;

    /** The same for draws, which are to be equal on every machine, however much memory it has. */
    private static final double CELLS_OF_DRAWS = 8e6;

    /** More cells than a few for each path are of no use. */
    private static final double CELLS_PER_PATH = 8;

    /** Draws, after which a sample is given up: half a minute or so. */
    private static final long MOST_DRAWS = 4_000_000;

    /** The same where every cell has windows on top. */
    private static final double CELLS_WITH_WINDOWS = 2e7;

    /** Prefixes that a search may look at: ten seconds or so. */
    private static final long MOST_CANDIDATES = 3_000_000;

    /** How many values what is rounded of a sum may span where its best are looked for. */
    private static final long VALUES_OF_BEST = 20;

    private final Question question;
    private final Trellis trellis;
    private final Filters filters;
    private final double memory = Runtime.getRuntime().maxMemory();

    private WideAnswers(Question question) {
        this.question = question;
        this.trellis = question.trellis();
        this.filters = question.filters();
    }

    /** The answers to {@code question}; empty where it has no conditions, or too long paths or too many edges for a grid. */
    public static Optional<WideAnswers> to(Question question) {
        Trellis trellis = question.trellis();
        boolean small = trellis.firstEdge(trellis.nodes()) <= MOST_EDGES && longest(trellis) <= LONGEST_PATH;
        return small && question.filters().count() > 0 ? Optional.of(new WideAnswers(question)) : Optional.empty();
    }

    private static int longest(Trellis trellis) {
        int[] edges = new int[trellis.nodes()];
        for (int node = edges.length - 1; node >= 0; node--) {
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                edges[node] = Math.max(edges[node], 1 + edges[trellis.target(edge)]);
            }
        }
        return edges[0];
    }

    /** The number of matches. */
    public Optional<BigInteger> count() {
        return meeting(filtered(), 0).map(Meeting::possible);
    }

    /** The number of matches by value of slot {@code group}. */
    public Optional<SortedMap<Long, BigInteger>> histogram(int group) {
        int[] slots = IntStream.concat(
                        IntStream.of(group), IntStream.of(filtered()).filter(slot -> slot != group))
                .toArray();
        return meeting(slots, 1).map(Meeting::histogram);
    }

    private Optional<Meeting> meeting(int[] slots, int apart) {
        if (!trellis.hasValid(0) || slots.length > MOST_LINES || slots.length < filters.count()) {
            return Optional.empty();
        }
        Grid grid = Grid.finest(trellis, slots);
        double cells = memory * SHARE_OF_MEMORY / Long.BYTES;
        return Cut.best(grid, apart, question.cancellation())
                .filter(cut -> grid.isExact() && cut.work() <= mostWork() && cut.cells() <= cells)
                .map(cut -> new Meeting(question, grid, cut.node(), apart));
    }

    /** The ids of the {@code most} matches of least loss, best first, ties by id. */
    public Optional<List<BigInteger>> best(Objective objective, int slot, int most) {
        if (!trellis.hasValid(0)) {
            return Optional.empty();
        }
        BestFirstSearch.Outlook outlook;
        if (objective instanceof Objective.Nearest) {
            int[] slots = with(slot);
            Prospects prospects = prospects(slots, cells(CELLS));
            int line = lineOf(slots, slot);
            outlook = (node, sums) -> prospects.leastLoss(node, sums, line, objective);
        } else {
            int[] slots = filtered();
            Grid grid = Grid.of(trellis, slots, widths(slots, -1), cells(CELLS_WITH_WINDOWS), question.cancellation());
            outlook = new LeastLosses(question, grid, slot, objective instanceof Objective.Greatest);
        }
        return BestFirstSearch.of(question, outlook, most, MOST_CANDIDATES);
    }

    /** The Pareto front of two objectives that are not about a target, ordered by the losses. */
    public Optional<List<Label>> front(List<Objective> objectives, int[] slots) {
        boolean plain = objectives.size() == 2
                && slots[0] != slots[1]
                && objectives.stream().noneMatch(objective -> objective instanceof Objective.Nearest);
        if (!plain || !trellis.hasValid(0)) {
            return Optional.empty();
        }
        int first = values(slots[0]) >= values(slots[1]) ? 0 : 1;
        int second = 1 - first;
        int[] lines = with(slots[second]);
        Grid grid = Grid.of(
                trellis, lines, widths(lines, slots[second]), cells(CELLS_WITH_WINDOWS), question.cancellation());
        int line = lineOf(lines, slots[second]);
        boolean greatest = objectives.get(second) instanceof Objective.Greatest;
        LeastLosses losses = LeastLosses.withBound(
                question, grid, slots[first], objectives.get(first) instanceof Objective.Greatest, line, greatest);
        return WideFront.of(question, losses, line, slots[second], greatest, MOST_CANDIDATES)
                .map(front -> first == 0 ? front : swapped(front));
    }

    private static List<Label> swapped(List<Label> front) {
        List<Label> swapped = new ArrayList<>();
        for (Label label : front) {
            swapped.add(0, label.swapped());
        }
        return swapped;
    }

    /**
     * The ids of {@code most} different matches, all sets of so many equally likely, or of all if there are no more; ascending.
     * One seed gives one answer on every machine.
     */
    public Optional<List<BigInteger>> sample(int most, long seed) {
        if (!trellis.hasValid(0)) {
            return Optional.empty();
        }
        Prospects prospects = prospects(filtered(), worthwhile(CELLS_OF_DRAWS));
        SortedSet<BigInteger> first = new TreeSet<>();
        boolean all = WideWalk.visit(prospects, question.cancellation(), BigInteger.ZERO, id -> {
            first.add(id);
            return first.size() <= most;
        });
        if (all) {
            return Optional.of(List.copyOf(first));
        }
        WideSampler sampler = new WideSampler(prospects, seed);
        SortedSet<BigInteger> drawn = new TreeSet<>();
        while (drawn.size() < most) {
            question.cancellation().check();
            BigInteger id = sampler.draw();
            if (id != null) {
                drawn.add(id);
            }
            if (sampler.draws() > MOST_DRAWS) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(drawn));
    }

    /** The matches in ascending order of id. */
    public WideMatches matches() {
        return new WideMatches(prospects(filtered(), cells(CELLS)), question.cancellation());
    }

    private Prospects prospects(int[] slots, double cells) {
        Grid grid = Grid.of(trellis, slots, widths(slots, -1), cells, question.cancellation());
        return new Prospects(question, new Completions(grid, question.cancellation()));
    }

    /** Small spaces are swept sooner. */
    private double mostWork() {
        return Math.min(MOST_WORK, WORK_PER_PATH * trellis.validPaths(0).doubleValue());
    }

    private double cells(double wanted) {
        return Math.min(worthwhile(wanted), memory / 4 / Long.BYTES);
    }

    /** The same whatever the memory. */
    private double worthwhile(double wanted) {
        return Math.min(wanted, CELLS_PER_PATH * trellis.validPaths(0).doubleValue());
    }

    /** The slots of the filters; of the four of most values where there are more, the others being looked at alone. */
    private int[] filtered() {
        return IntStream.range(0, filters.count())
                .mapToObj(filters::slot)
                .sorted(Comparator.comparingDouble(slot -> -values(slot)))
                .limit(MOST_LINES)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] with(int slot) {
        return IntStream.concat(
                        IntStream.of(filtered()).filter(other -> other != slot).limit(MOST_LINES - 1),
                        IntStream.of(slot))
                .toArray();
    }

    private static int lineOf(int[] slots, int slot) {
        return IntStream.range(0, slots.length)
                .filter(line -> slots[line] == slot)
                .findFirst()
                .orElseThrow();
    }

    /** About how many values the sums of {@code slot} have. */
    private double values(int slot) {
        double range = (double) trellis.most(slot, 0) - trellis.least(slot, 0);
        return range / Math.max(1, GridLine.divisor(trellis, slot)) + 1;
    }

    /** By line: how wide the range is that is asked for; of slot {@code best}, whose best are looked for, a few values. */
    private long[] widths(int[] slots, int best) {
        long[] widths = new long[slots.length];
        for (int line = 0; line < slots.length; line++) {
            int slot = slots[line];
            int filter = filters.on(slot);
            long low = filter < 0 ? Long.MIN_VALUE : filters.low(filter);
            long high = filter < 0 ? Long.MAX_VALUE : filters.high(filter);
            widths[line] = slot == best
                    ? VALUES_OF_BEST * Math.max(1, GridLine.divisor(trellis, slot))
                    : Math.min(high, trellis.most(slot, 0)) - Math.max(low, trellis.least(slot, 0));
        }
        return widths;
    }
}
