package dev.rfsweep.internal.query;

import dev.rfsweep.internal.space.Block;
import dev.rfsweep.internal.space.BlockType;
import dev.rfsweep.internal.space.Choice;
import dev.rfsweep.internal.space.Decision;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Node;
import dev.rfsweep.internal.space.Space;
import java.util.ArrayList;
import java.util.List;

/** What every variant decides, by writing all of them out from the grammar in the order of the ids. */
final class WrittenDecisions {

    private WrittenDecisions() {}

    static List<List<Decision>> of(Space space) {
        List<List<Decision>> all = none();
        for (int stage = 0; stage < space.stages().size(); stage++) {
            all = product(all, variants(space.stages().get(stage), String.valueOf(stage + 1)));
        }
        return all;
    }

    private static List<List<Decision>> variants(Node node, String at) {
        List<List<Decision>> all = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            all = none();
            for (int part = 0; part < sequence.parts().size(); part++) {
                all = product(all, variants(sequence.parts().get(part), at + "/" + (part + 1)));
            }
        } else if (node instanceof Node.Alternative alternative) {
            int options = alternative.options().size();
            for (int option = 1; option <= options; option++) {
                List<List<Decision>> inside = variants(alternative.options().get(option - 1), at + "|" + option);
                all.addAll(product(decision(options, at, "alternative", String.valueOf(option)), inside));
            }
        } else if (node instanceof Node.Repeat repeat) {
            for (int count : repeat.counts()) {
                List<List<Decision>> inside = repeat.each() ? none() : variants(repeat.body(), at);
                for (int copy = 1; copy <= count && repeat.each(); copy++) {
                    String place = repeat.counts().equals(List.of(1)) ? at : at + "." + copy;
                    inside = product(inside, variants(repeat.body(), place));
                }
                all.addAll(product(decision(repeat.counts().size(), at, "copies", String.valueOf(count)), inside));
            }
        } else {
            all = variants((Block) node, at);
        }
        return all;
    }

    private static List<List<Decision>> variants(Block block, String at) {
        List<List<Decision>> all = new ArrayList<>();
        if (block.type() == BlockType.ID) {
            return none();
        }
        List<String> repeats = block.choice(Key.R)
                .map(choice ->
                        choice.values().stream().map(value -> value.text()).toList())
                .orElse(List.of("1"));
        boolean copies = block.each() && !repeats.equals(List.of("1"));
        for (String count : repeats) {
            List<List<Decision>> inside = copies ? none() : once(block, at, true);
            for (int copy = 1; copy <= Integer.parseInt(count) && copies; copy++) {
                inside = product(inside, once(block, at + "." + copy, copy == 1));
            }
            all.addAll(product(decision(repeats.size(), at, "r", count), inside));
        }
        return all;
    }

    private static List<List<Decision>> once(Block block, String at, boolean stride) {
        List<List<Decision>> all = none();
        for (Choice choice : block.choices()) {
            if (choice.key() != Key.R && (choice.key() != Key.S || stride)) {
                List<List<Decision>> ways = new ArrayList<>();
                choice.values()
                        .forEach(value -> ways.addAll(decision(
                                choice.values().size(), at, choice.key().label(), value.text())));
                all = product(all, ways);
            }
        }
        return all;
    }

    /** A decision, unless there was nothing to decide. */
    private static List<List<Decision>> decision(int values, String at, String key, String value) {
        return values == 1 ? none() : List.of(List.of(new Decision(at, key, value)));
    }

    private static List<List<Decision>> none() {
        return List.of(List.of());
    }

    private static List<List<Decision>> product(List<List<Decision>> left, List<List<Decision>> right) {
        List<List<Decision>> all = new ArrayList<>();
        for (List<Decision> first : left) {
            for (List<Decision> second : right) {
                List<Decision> both = new ArrayList<>(first);
                both.addAll(second);
                all.add(both);
            }
        }
        return all;
    }
}
