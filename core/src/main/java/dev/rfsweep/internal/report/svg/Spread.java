package dev.rfsweep.internal.report.svg;

/** Moves labels apart that would overlap. */
public final class Spread {

    private Spread() {}

    /**
     * New positions for labels that want to stand at ascending {@code wanted}: at least {@code gap} apart, between
     * {@code low} and {@code high}, each as near to its own as a clump allows. Where there is no room for all, the last
     * ones go past {@code high}.
     */
    public static double[] apart(double[] wanted, double gap, double low, double high) {
        double[] placed = wanted.clone();
        double floor = low;
        for (int i = 0; i < placed.length; i++) {
            placed[i] = Math.max(placed[i], floor);
            floor = placed[i] + gap;
        }
        double ceiling = Math.max(high, low + gap * (placed.length - 1));
        for (int i = placed.length - 1; i >= 0; i--) {
            placed[i] = Math.min(placed[i], ceiling);
            ceiling = placed[i] - gap;
        }
        return placed;
    }
}
