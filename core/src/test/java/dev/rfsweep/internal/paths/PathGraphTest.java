package dev.rfsweep.internal.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers, cuts and bounds of random graphs against the list of all their paths. */
class PathGraphTest {

    /** A graph, its weights, and every path as the edges it takes; a leaf of several paths has as many equal entries. */
    private static final class Listed {
        final PathGraph graph;
        final long[] weight;
        final long[] leafWeight;
        final List<List<Integer>> paths = new ArrayList<>();

        Listed(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int nodes = random.nextInt(1, 12);
            List<Integer> target = new ArrayList<>();
            int[] firstEdge = new int[nodes + 1];
            for (int node = 0; node < nodes; node++) {
                firstEdge[node] = target.size();
                int branches = node == nodes - 1 || (node > 0 && random.nextInt(5) == 0) ? 0 : random.nextInt(1, 4);
                for (int branch = 0; branch < branches; branch++) {
                    target.add(random.nextInt(node + 1, nodes));
                }
            }
            firstEdge[nodes] = target.size();
            BigInteger[] below = new BigInteger[nodes];
            for (int node = nodes - 1; node >= 0; node--) {
                below[node] = firstEdge[node] == firstEdge[node + 1]
                        ? BigInteger.valueOf(random.nextInt(1, 4))
                        : BigInteger.ZERO;
                for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
                    below[node] = below[node].add(below[target.get(edge)]);
                }
            }
            graph = new PathGraph(
                    firstEdge, target.stream().mapToInt(Integer::intValue).toArray(), below);
            weight = random.longs(target.size(), -9, 10).toArray();
            leafWeight = random.longs(nodes, -9, 10).toArray();
            list(0, new ArrayList<>());
        }

        private void list(int node, List<Integer> before) {
            for (long copy = 0; graph.isLeaf(node) && copy < graph.pathsOrMax(node); copy++) {
                paths.add(List.copyOf(before));
            }
            for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
                before.add(edge);
                list(graph.target(edge), before);
                before.remove(before.size() - 1);
            }
        }

        int end(List<Integer> path) {
            return path.isEmpty() ? 0 : graph.target(path.get(path.size() - 1));
        }

        long sum(List<Integer> path, int from, int to) {
            return path.subList(from, to).stream()
                    .mapToLong(edge -> weight[edge])
                    .sum();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aNumberIsThePlaceOfAPathInTheList(long seed) {
        Listed listed = new Listed(seed);
        assertThat(listed.graph.paths(0)).isEqualTo(listed.paths.size());
        for (int number = 0; number < listed.paths.size(); number++) {
            List<Integer> path = new ArrayList<>();
            BigInteger[] before = {BigInteger.ZERO};
            BigInteger rest = listed.graph.follow(BigInteger.valueOf(number), (node, branch) -> {
                int edge = listed.graph.firstEdge(node) + branch;
                path.add(edge);
                before[0] = before[0].add(listed.graph.before(edge));
                assertThat(listed.graph.beforeAsLong(edge))
                        .isEqualTo(listed.graph.before(edge).longValue());
            });
            assertThat(path).isEqualTo(listed.paths.get(number));
            assertThat(before[0].add(rest)).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lengthIsThatOfTheLongestPath(long seed) {
        Listed listed = new Listed(seed);
        assertThat(listed.graph.length())
                .isEqualTo(listed.paths.stream().mapToInt(List::size).max().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCutKeepsNumbersAndTellsWhatIsOutside(long seed) {
        Listed listed = new Listed(seed);
        SplittableRandom random = new SplittableRandom(seed);
        int from = random.nextInt(listed.paths.size() + 1);
        int to = random.nextInt(from, listed.paths.size() + 1);
        PathCut cut = new PathCut(listed.graph, BigInteger.valueOf(from), BigInteger.valueOf(to), () -> {});
        for (int number = 0; number < listed.paths.size(); number++) {
            List<Integer> path = new ArrayList<>();
            int[] at = {0};
            BigInteger rest = cut.graph().follow(BigInteger.valueOf(number), (node, branch) -> {
                int edge = cut.graph().firstEdge(node) + branch;
                path.add(cut.way(edge));
                at[0] = cut.graph().target(edge);
            });
            List<Integer> whole = listed.paths.get(number);
            assertThat(whole.subList(0, path.size())).isEqualTo(path);
            int first = number - rest.intValueExact();
            int end = first + cut.graph().paths(at[0]).intValueExact();
            boolean touched = first < to && end > from && from < to;
            assertThat(cut.isOutside(at[0]))
                    .as("path %d of %d..%d", number, from, to)
                    .isEqualTo(!touched);
            if (touched) {
                assertThat(path).isEqualTo(whole);
                assertThat(cut.origin(at[0])).isEqualTo(listed.end(whole));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boundsAreTheLeastAndTheGreatestSumOfAnyPath(long seed) {
        Listed listed = new Listed(seed);
        int dead = (int) (seed % listed.graph.nodes());
        SumBounds prefixes = SumBounds.ofPrefixes(listed.graph, null, listed.weight, () -> {});
        SumBounds suffixes = SumBounds.ofSuffixes(
                listed.graph, null, listed.weight, null, listed.leafWeight, node -> node != dead, () -> {});
        for (int node = 0; node < listed.graph.nodes(); node++) {
            List<Long> before = new ArrayList<>();
            List<Long> behind = new ArrayList<>();
            for (List<Integer> path : listed.paths) {
                for (int place = 0; place <= path.size(); place++) {
                    int there = place == 0 ? 0 : listed.graph.target(path.get(place - 1));
                    if (there == node) {
                        before.add(listed.sum(path, 0, place));
                        if (listed.end(path) != dead) {
                            behind.add(listed.sum(path, place, path.size()) + listed.leafWeight[listed.end(path)]);
                        }
                    }
                }
            }
            compare(prefixes, node, before);
            if (!before.isEmpty()) {
                compare(suffixes, node, behind);
            }
        }
    }

    private static void compare(SumBounds bounds, int node, List<Long> sums) {
        assertThat(bounds.exist(node)).isEqualTo(!sums.isEmpty());
        if (!sums.isEmpty()) {
            assertThat(bounds.least()[node])
                    .isEqualTo(sums.stream().min(Long::compare).orElseThrow());
            assertThat(bounds.most()[node])
                    .isEqualTo(sums.stream().max(Long::compare).orElseThrow());
        }
    }

    @Test
    void numbersBeyondALongAreFollowed() {
        int layers = 80;
        int[] firstEdge = new int[layers + 2];
        int[] target = new int[2 * layers];
        BigInteger[] paths = new BigInteger[layers + 1];
        for (int node = 0; node <= layers; node++) {
            firstEdge[node] = 2 * node;
            paths[node] = BigInteger.TWO.pow(layers - node);
        }
        firstEdge[layers + 1] = 2 * layers;
        for (int edge = 0; edge < target.length; edge++) {
            target[edge] = edge / 2 + 1;
        }
        PathGraph graph = new PathGraph(firstEdge, target, paths);
        BigInteger number = new BigInteger("123456789012345678901234");
        BigInteger[] read = {BigInteger.ZERO};
        graph.follow(number, (node, branch) -> read[0] = read[0].shiftLeft(1).add(BigInteger.valueOf(branch)));
        assertThat(read[0]).isEqualTo(number);
        assertThat(graph.isNarrow()).isFalse();
        assertThat(graph.beforeAsLong(2 * layers - 1)).isEqualTo(1);
        assertThatThrownBy(() -> graph.follow(paths[0], (node, branch) -> {}))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSumThatDoesNotFitIsAnError() {
        PathGraph graph =
                new PathGraph(new int[] {0, 1, 1}, new int[] {1}, new BigInteger[] {BigInteger.ONE, BigInteger.ONE});
        long[] leaf = {0, 1};
        assertThatThrownBy(() -> SumBounds.ofSuffixes(
                        graph, null, new long[] {Long.MAX_VALUE}, null, leaf, node -> true, () -> {}))
                .isInstanceOf(ArithmeticException.class);
    }
}
