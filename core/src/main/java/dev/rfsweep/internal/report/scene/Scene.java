package dev.rfsweep.internal.report.scene;

import java.util.List;

/**
 * What a picture shows.
 *
 * @param title the network
 * @param facts one line that sums it up
 * @param tracks one for every spatial axis, in array order
 * @param skips branches beside the layers of the tracks
 */
public record Scene(String title, String facts, List<Track> tracks, List<Skip> skips) {

    public Scene {
        tracks = List.copyOf(tracks);
        skips = List.copyOf(skips);
    }
}
