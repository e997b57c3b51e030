package dev.rfsweep.internal.net;

import java.util.ArrayList;
import java.util.List;

/** Walks the tree of a network in order, and lists its nodes. */
final class Flattening implements Fragment.Visitor<Void> {

    private final List<OperatorNode> nodes = new ArrayList<>();

    /** What the names of nodes begin with in the fragment that is walked, such as {@code block4.}. */
    private String prefix = "";

    /** Number of the fragment among its neighbours, from 1: a node without a name is called by its kind and this number. */
    private String place = "";

    /** The node whose output the next operator reads, and the shape of that output. */
    private int at = OperatorNode.INPUT;

    private MapShape shape;

    private Flattening(MapShape input) {
        this.shape = input;
    }

    static List<OperatorNode> of(Network network) {
        Flattening flattening = new Flattening(network.input());
        for (int block = 0; block < network.trunk().size(); block++) {
            flattening.place = String.valueOf(block + 1);
            network.trunk().get(block).accept(flattening);
        }
        return List.copyOf(flattening.nodes);
    }

    @Override
    public Void single(Fragment.Single fragment) {
        Operator operator = fragment.operator();
        String name = fragment.name().isEmpty() ? operator.word() + place : fragment.name();
        String operation = fragment.role().isEmpty() ? operator.describe(shape) : fragment.role();
        put(name, operation, operator, List.of(at), List.of(shape));
        return null;
    }

    /** A chain on the trunk puts {@code block} and its number before the names of its nodes. */
    @Override
    public Void chain(Fragment.Chain fragment) {
        String before = place;
        String outside = prefix;
        prefix = prefix.isEmpty() ? "block" + place + "." : prefix;
        for (int part = 0; part < fragment.parts().size(); part++) {
            place = String.valueOf(part + 1);
            fragment.parts().get(part).accept(this);
        }
        place = before;
        prefix = outside;
        return null;
    }

    /** A branch that passes its input on has no node. */
    @Override
    public Void branches(Fragment.Branches fragment) {
        String outside = prefix;
        String number = place;
        int from = at;
        MapShape in = shape;
        prefix += fragment.word() + place + ".";
        List<Integer> ends = new ArrayList<>();
        List<MapShape> shapes = new ArrayList<>();
        for (int branch = 0; branch < fragment.branches().size(); branch++) {
            at = from;
            shape = in;
            place = String.valueOf(branch + 1);
            Fragment part = fragment.branches().get(branch);
            if (!part.isIdentity()) {
                part.accept(this);
            }
            ends.add(at);
            shapes.add(shape);
        }
        put(fragment.join().word(), fragment.join().describe(in), fragment.join(), ends, shapes);
        prefix = outside;
        place = number;
        return null;
    }

    private void put(String name, String operation, Operator operator, List<Integer> inputs, List<MapShape> shapes) {
        nodes.add(new OperatorNode(prefix + name, operation, operator, List.copyOf(inputs)));
        at = nodes.size() - 1;
        shape = operator.shape(shapes);
    }
}
