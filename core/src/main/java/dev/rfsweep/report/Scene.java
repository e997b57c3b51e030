package dev.rfsweep.report;

import java.util.List;

/**
 * What a picture shows.
 *
 * @param title the network
 * @param facts one line that sums it up
 * @param tracks one for every spatial axis, in array order
 */
record Scene(String title, String facts, List<Track> tracks) {

    Scene {
        tracks = List.copyOf(tracks);
    }
}
