package dev.rfsweep.internal.report.scene;

/** The stretch of an axis that a plot shows. */
public record Extent(double from, double to) {

    /** The field of the last unit and the input, unless the field would be too small to see in it. */
    public static Extent of(Track track) {
        double low = track.sight().start();
        double high = low + track.sight().size();
        double margin = Math.max(1, (high - low) * 0.08);
        Extent field = new Extent(low - margin, high + margin);
        if (track.size() == 0) {
            return field;
        }
        if (track.size() > 3 * (high - low)) {
            return field;
        }
        double border = Math.max(1, (Math.max(high, (double) track.size()) - Math.min(low, 0)) * 0.02);
        return new Extent(Math.min(low, 0) - border, Math.max(high, (double) track.size()) + border);
    }

    public double span() {
        return to - from;
    }

    /** Grown on both sides where it is shorter than {@code span}. */
    public Extent atLeast(double span) {
        double more = Math.max(0, span - span()) / 2;
        return new Extent(from - more, to + more);
    }
}
