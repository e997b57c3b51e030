package dev.rfsweep.internal.paths;

import java.math.BigInteger;
import java.util.function.IntPredicate;

/**
 * The paths of an acyclic graph from its root to its leaves, numbered from 0 in lexicographic order of the branches taken.
 * A leaf may stand for several paths that need not be told apart; they have neighbouring numbers.
 */
public interface Paths {

    /** One step of a path. */
    @FunctionalInterface
    interface Step {
        /** Takes branch {@code branch} out of {@code node}. */
        void take(int node, int branch);
    }

    /** The node where every path starts. */
    int root();

    /** Number of branches out of {@code node}; none out of a leaf. */
    int branches(int node);

    /** The node that branch {@code branch} out of {@code node} leads to. */
    int next(int node, int branch);

    /** Number of paths from {@code node} to a leaf, at least 1. */
    BigInteger paths(int node);

    /** Number of paths from {@code node} through the branches before {@code branch}. */
    BigInteger before(int node, int branch);

    /** The branch out of {@code node} that path number {@code number} takes, counting the paths from {@code node} on. */
    default int branch(int node, BigInteger number) {
        int low = 0;
        int high = branches(node) - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before(node, middle).compareTo(number) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * Follows path number {@code number} of those from node {@code from} until it ends or {@code stop} holds at a node.
     *
     * @return the number of the path among those from the node where it stopped
     * @throws IndexOutOfBoundsException when there is no such path
     */
    default BigInteger follow(int from, BigInteger number, IntPredicate stop, Step step) {
        if (number.signum() < 0 || number.compareTo(paths(from)) >= 0) {
            throw new IndexOutOfBoundsException(
                    "id " + number + " is not in 0.." + paths(from).subtract(BigInteger.ONE));
        }
        BigInteger rest = number;
        for (int node = from; branches(node) > 0 && !stop.test(node); ) {
            int branch = branch(node, rest);
            rest = rest.subtract(before(node, branch));
            step.take(node, branch);
            node = next(node, branch);
        }
        return rest;
    }

    /** Follows path number {@code number} from the root to its leaf. */
    default BigInteger follow(BigInteger number, Step step) {
        return follow(root(), number, node -> false, step);
    }
}
