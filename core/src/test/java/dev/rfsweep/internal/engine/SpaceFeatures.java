package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.space.Block;
import dev.rfsweep.internal.space.BlockType;
import dev.rfsweep.internal.space.Choice;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Node;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Value;
import dev.rfsweep.model.Padding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What occurs in a space, in words, so that a test can say what its random spaces are about. */
public final class SpaceFeatures {

    private static final List<Key> EXTENTS = List.of(Key.K, Key.S, Key.DIL, Key.PAD);

    private final Set<String> found = new TreeSet<>();

    private SpaceFeatures() {}

    /** What occurs in {@code space}. */
    public static Set<String> of(Space space) {
        SpaceFeatures features = new SpaceFeatures();
        features.found.add("rank " + space.input().rank());
        features.found.add(space.input().size().isEmpty() ? "no size" : "size");
        features.found.add(space.inputChannels() > 0 ? "channels" : "no channels");
        features.found.add(space.schema().axesAgree() ? "axes agree" : "axes differ");
        if (space.input().size().stream().distinct().count() > 1) {
            features.found.add("sizes differ");
        }
        space.stages().forEach(features::node);
        return features.found;
    }

    /** Everything that can occur: whatever joins the notation is asked for by itself. */
    public static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of(
                "no size",
                "size",
                "no channels",
                "channels",
                "axes agree",
                "axes differ",
                "sizes differ",
                "sequence",
                "empty sequence",
                "alternative",
                "one count of copies",
                "counts of copies",
                "tied copies",
                "copies that choose",
                "tied repeats",
                "repeats that choose",
                "skip",
                "noskip",
                "pad in pixels",
                "pad that crops"));
        IntStream.rangeClosed(1, 3).forEach(rank -> all.add("rank " + rank));
        Arrays.stream(BlockType.values()).forEach(type -> all.add(type.code()));
        Arrays.stream(Padding.Auto.values()).forEach(padding -> all.add("pad " + padding));
        for (Key key : Key.values()) {
            all.add(key.label());
            all.add("choice of " + key.label());
        }
        EXTENTS.forEach(key -> all.add(key.label() + " by axis"));
        return all;
    }

    private void node(Node node) {
        if (node instanceof Node.Sequence sequence) {
            found.add(sequence.parts().isEmpty() ? "empty sequence" : "sequence");
            sequence.parts().forEach(this::node);
        } else if (node instanceof Node.Alternative alternative) {
            found.add("alternative");
            alternative.options().forEach(this::node);
        } else if (node instanceof Node.Repeat repeat) {
            found.add(repeat.counts().size() > 1 ? "counts of copies" : "one count of copies");
            found.add(repeat.each() ? "copies that choose" : "tied copies");
            node(repeat.body());
        } else {
            block((Block) node);
        }
    }

    private void block(Block block) {
        found.add(block.type().code());
        if (block.type().hasShortcut()) {
            found.add(block.skip() ? "skip" : "noskip");
        }
        if (block.choice(Key.R).isPresent()) {
            found.add(block.each() ? "repeats that choose" : "tied repeats");
        }
        for (Choice choice : block.choices()) {
            String label = choice.key().label();
            found.add(label);
            if (choice.values().size() > 1) {
                found.add("choice of " + label);
            }
            choice.values().stream().flatMap(value -> value(label, value)).forEach(found::add);
        }
    }

    private static Stream<String> value(String label, Value value) {
        if (value instanceof Value.Mode mode) {
            return Stream.of("pad " + mode.padding());
        }
        if (!(value instanceof Value.Extents extents)) {
            return Stream.of();
        }
        boolean crops = extents.axes().stream().anyMatch(pixels -> pixels < 0);
        String pixels = crops ? "pad that crops" : "pad in pixels";
        return Stream.of(
                        extents.axes().stream().distinct().count() > 1 ? label + " by axis" : "",
                        label.equals(Key.PAD.label()) ? pixels : "")
                .filter(feature -> !feature.isEmpty());
    }
}
