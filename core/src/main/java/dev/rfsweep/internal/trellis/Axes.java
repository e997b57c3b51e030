package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Option;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Axes that always agree, computed once: each class is represented by its first axis.
 *
 * @param classes class of every axis
 * @param representatives one axis of every class
 */
public record Axes(List<Integer> classes, List<Integer> representatives) {

    public static Axes of(Space space) {
        List<Integer> classes = new ArrayList<>();
        List<Integer> representatives = new ArrayList<>();
        for (int axis = 0; axis < space.input().rank(); axis++) {
            int known = 0;
            while (known < representatives.size() && !agree(space, representatives.get(known), axis)) {
                known++;
            }
            if (known == representatives.size()) {
                representatives.add(axis);
            }
            classes.add(known);
        }
        return new Axes(List.copyOf(classes), List.copyOf(representatives));
    }

    public int count() {
        return representatives.size();
    }

    public int classOf(int axis) {
        return classes.get(axis);
    }

    private static boolean agree(Space space, int one, int other) {
        List<Integer> size = space.input().size();
        if (!size.isEmpty() && !size.get(one).equals(size.get(other))) {
            return false;
        }
        Automaton automaton = space.automaton();
        for (int at = 0; at < automaton.size(); at++) {
            if (automaton.at(at) instanceof Automaton.Step step && !agree(step, one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean agree(Automaton.Step step, int one, int other) {
        for (Option option : step.options()) {
            for (FixedBlock block : option.blocks()) {
                for (Value value : block.values().values()) {
                    if (value instanceof Value.Extents extents && extents.at(one) != extents.at(other)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
