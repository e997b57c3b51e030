package dev.rfsweep.internal.net;

import java.util.ArrayList;
import java.util.List;

/** A piece of a network with one input and one output. Its names become those of the nodes in the flat graph. */
public sealed interface Fragment {

    /** One method for each form of fragment. */
    interface Visitor<R> {
        R single(Single fragment);

        R chain(Chain fragment);

        R branches(Branches fragment);
    }

    <R> R accept(Visitor<R> visitor);

    /** Shape of the output over an input of shape {@code in}. */
    MapShape shape(MapShape in);

    /** What it consists of, in a row: itself unless it is a chain. */
    default List<Fragment> parts() {
        return List.of(this);
    }

    /** Whether it passes its input on. */
    boolean isIdentity();

    /** One operator, called after its kind and its place. */
    static Fragment of(Operator operator) {
        return new Single(operator, "", "");
    }

    /**
     * One operator.
     *
     * @param name its own name, or empty to be called after its kind and its place
     * @param role what it does in its block, in words, or empty where its kind says enough
     */
    record Single(Operator operator, String name, String role) implements Fragment {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.single(this);
        }

        @Override
        public MapShape shape(MapShape in) {
            return operator.shape(List.of(in));
        }

        @Override
        public boolean isIdentity() {
            return operator.equals(new Identity());
        }
    }

    /** Fragments in a row; chains among them are taken apart. */
    record Chain(List<Fragment> parts) implements Fragment {

        public Chain {
            parts = parts.stream().flatMap(part -> part.parts().stream()).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.chain(this);
        }

        @Override
        public MapShape shape(MapShape in) {
            MapShape at = in;
            for (Fragment part : parts) {
                at = part.shape(at);
            }
            return at;
        }

        @Override
        public boolean isIdentity() {
            return parts.stream().allMatch(Fragment::isIdentity);
        }
    }

    /**
     * Fragments side by side, each over the same input, and the operator that joins them in this order.
     *
     * @param word what the names of its nodes begin with, before its number: {@code block} in {@code block4.conv1}
     */
    record Branches(String word, List<Fragment> branches, Operator join) implements Fragment {

        public Branches {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branches(this);
        }

        @Override
        public MapShape shape(MapShape in) {
            List<MapShape> ends = new ArrayList<>(branches.size());
            for (Fragment branch : branches) {
                ends.add(branch.shape(in));
            }
            return join.shape(ends);
        }

        @Override
        public boolean isIdentity() {
            return false;
        }
    }
}
