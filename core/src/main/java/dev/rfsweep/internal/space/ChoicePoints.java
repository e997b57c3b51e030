package dev.rfsweep.internal.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every choice point of a space: where there are two values or more. Copies that choose for themselves have choice
 * points of their own, copies that share one choice have none.
 */
public final class ChoicePoints {

    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Node.Alternative> alternatives = new HashMap<>();

    private ChoicePoints() {}

    /** Every value of every choice point: in the order of the stages, and then as written. */
    public static List<Decision> of(Space space) {
        return Collections.unmodifiableList(walk(space).decisions);
    }

    /** The alternatives that a space chooses from, by the {@linkplain Decision#stage() stage} of their decision. */
    public static Map<String, Node.Alternative> alternatives(Space space) {
        return Collections.unmodifiableMap(walk(space).alternatives);
    }

    private static ChoicePoints walk(Space space) {
        ChoicePoints points = new ChoicePoints();
        for (int stage = 0; stage < space.stages().size(); stage++) {
            points.visit(space.stages().get(stage), String.valueOf(stage + 1));
        }
        return points;
    }

    private void visit(Node node, String stage) {
        if (node instanceof Block block) {
            visit(block, stage);
        } else if (node instanceof Node.Sequence sequence) {
            for (int part = 0; part < sequence.parts().size(); part++) {
                visit(sequence.parts().get(part), stage + Trail.label(new Trail.Part(part)));
            }
        } else if (node instanceof Node.Alternative alternative) {
            visit(alternative, stage);
        } else {
            visit((Node.Repeat) node, stage);
        }
    }

    private void visit(Node.Alternative alternative, String stage) {
        alternatives.put(stage, alternative);
        int options = alternative.options().size();
        for (int option = 1; option <= options && options > 1; option++) {
            decisions.add(new Decision(stage, Decision.ALTERNATIVE, String.valueOf(option)));
        }
        for (int option = 0; option < options; option++) {
            visit(alternative.options().get(option), stage + Trail.label(new Trail.Alternative(option)));
        }
    }

    private void visit(Node.Repeat repeat, String stage) {
        for (int count : repeat.counts()) {
            if (repeat.counts().size() > 1) {
                decisions.add(new Decision(stage, Decision.COPIES, String.valueOf(count)));
            }
        }
        if (repeat.counts().equals(List.of(1)) || !repeat.each()) {
            visit(repeat.body(), stage);
            return;
        }
        int before = -1;
        // Where the first copy has nothing to choose none has, however many there are.
        for (int copy = 1; copy <= Collections.max(repeat.counts()) && before != decisions.size(); copy++) {
            before = decisions.size();
            visit(repeat.body(), stage + Trail.copyLabel(copy));
        }
    }

    private void visit(Block block, String stage) {
        List<Integer> repeats = block.repeats();
        if (block.type() == BlockType.ID) {
            return;
        }
        if (!block.repeatsChoose()) {
            block.choices().forEach(choice -> add(choice, stage));
            return;
        }
        block.choice(Key.R).ifPresent(choice -> add(choice, stage));
        for (int copy = 1; copy <= Collections.max(repeats); copy++) {
            for (Choice choice : block.choices()) {
                if (choice.key() != Key.R && (choice.key() != Key.S || copy == 1)) {
                    add(choice, stage + Trail.copyLabel(copy));
                }
            }
        }
    }

    private void add(Choice choice, String stage) {
        for (Value value : choice.values()) {
            if (choice.values().size() > 1) {
                decisions.add(new Decision(stage, choice.key().label(), value.text()));
            }
        }
    }
}
