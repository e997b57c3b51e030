package dev.rfsweep.internal.notation.source;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the known word nearest to a mistyped one. */
public final class Nearest {

    private Nearest() {}

    /** The end of a message that suggests one of {@code known}, or nothing when none is near. */
    public static String hint(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            if (distance < least && distance <= allowed(lower, candidate)) {
                least = distance;
                best = candidate;
            }
        }
        return best == null ? "" : suggest(best);
    }

    static String suggest(String word) {
        return "; did you mean '" + word + "'?";
    }

    /** A third of the letters may be wrong, but never all of them. */
    private static int allowed(String word, String candidate) {
        int shorter = Math.min(word.length(), candidate.length());
        return Math.min(Math.max(1, word.length() / 3), shorter - 1);
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 3) {
            return Integer.MAX_VALUE; // never near, and it keeps a pasted novel from filling the table
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] cost, int i, int j) {
        char last = a.charAt(i - 1);
        char other = b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + (last == other ? 0 : 1));
        if (i > 1 && j > 1 && last == b.charAt(j - 2) && other == a.charAt(i - 2)) {
            least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        return least;
    }
}
