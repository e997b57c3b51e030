package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.space.ChoicePoints;
import dev.rfsweep.internal.space.Decision;
import dev.rfsweep.internal.space.DecisionReader;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many matches take each value of each choice point: for every edge, the prefixes that reach it times the matches
 * behind it. Prefixes are kept apart by the number of copies they chose, as long as they are among those copies.
 */
final class Marginals {

    private final DecisionReader reader;
    private final Cancellation cancellation;
    private final Map<Decision, BigInteger> counts = new LinkedHashMap<>();

    /** By copies, then branch: matches through the edges of the trellis node at hand. */
    private final Map<List<Integer>, BigInteger[]> used = new HashMap<>();

    private Marginals(Space space, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.reader = DecisionReader.of(space);
        ChoicePoints.of(space).forEach(decision -> counts.put(decision, BigInteger.ZERO));
    }

    /** The counts over {@code matches}, which are some of {@code space}. */
    static List<ChoiceCount> of(Space space, Selection matches, Cancellation cancellation) {
        Marginals marginals = new Marginals(space, cancellation);
        marginals.walk(matches);
        return marginals.result();
    }

    /** The counts over the matches of {@code sweep}, looked at one by one. */
    static List<ChoiceCount> of(Space space, Sweep sweep) {
        Marginals marginals = new Marginals(space, sweep.cancellation());
        // The count is refused where looking at every variant would take absurdly long.
        long matches = sweep.count().longValueExact();
        SweptIds.forEach(
                sweep, matches, id -> marginals.reader.read(id, decision -> marginals.add(decision, BigInteger.ONE)));
        return marginals.result();
    }

    private void walk(Selection matches) {
        List<Map<List<Integer>, BigInteger>> prefixes = new ArrayList<>();
        for (int node = 0; node < matches.graph().nodes(); node++) {
            prefixes.add(new HashMap<>(2));
        }
        for (int node = 0; node < matches.graph().nodes(); node++) {
            if (node == 0) {
                prefixes.get(0).put(reader.start(), BigInteger.ONE);
            } else if (matches.origin(node) != matches.origin(node - 1)) {
                flush(matches.trellis(), matches.origin(node - 1));
            }
            expand(matches, node, prefixes);
        }
    }

    private void expand(Selection matches, int node, List<Map<List<Integer>, BigInteger>> prefixes) {
        Trellis trellis = matches.trellis();
        int origin = matches.origin(node);
        int first = trellis.firstEdge(origin);
        prefixes.set(node, null).forEach((copies, ways) -> {
            cancellation.check();
            BigInteger[] branches =
                    used.computeIfAbsent(copies, fresh -> new BigInteger[trellis.firstEdge(origin + 1) - first]);
            for (int edge = matches.graph().firstEdge(node);
                    edge < matches.graph().firstEdge(node + 1);
                    edge++) {
                cancellation.check();
                int branch = matches.way(edge) - first;
                int next = matches.graph().target(edge);
                BigInteger through = ways.multiply(matches.graph().paths(next));
                branches[branch] = branches[branch] == null ? through : branches[branch].add(through);
                prefixes.get(next).merge(reader.after(trellis.position(origin), branch, copies), ways, BigInteger::add);
            }
        });
    }

    /** Counts what the edges of one trellis node decide. */
    private void flush(Trellis trellis, int origin) {
        used.forEach((copies, branches) -> {
            for (int branch = 0; branch < branches.length; branch++) {
                cancellation.check();
                BigInteger through = branches[branch];
                if (through != null) {
                    reader.read(trellis.position(origin), branch, copies, decision -> add(decision, through));
                }
            }
        });
        used.clear();
    }

    private void add(Decision decision, BigInteger matches) {
        counts.merge(decision, matches, BigInteger::add);
    }

    private List<ChoiceCount> result() {
        return counts.entrySet().stream()
                .map(entry -> new ChoiceCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
