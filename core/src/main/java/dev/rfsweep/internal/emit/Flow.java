package dev.rfsweep.internal.emit;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.Operator;
import dev.rfsweep.internal.net.OperatorNode;
import dev.rfsweep.internal.net.SqueezeExcite;
import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A point on the way through a network, and the shape of the map there. */
final class Flow {

    private MapShape at;

    private Flow(MapShape at) {
        this.at = at;
    }

    static Flow into(Network network) {
        if (network.channels() == 0) {
            throw new InexpressibleException(
                    "a network without channels cannot be written as code; give some block its channels (c)");
        }
        return new Flow(network.input());
    }

    /** Whether {@code operator} is anywhere in {@code network}. */
    static boolean uses(Network network, Operator operator) {
        return network.nodes().stream().anyMatch(node -> node.operator().equals(operator));
    }

    static InexpressibleException inexpressible(Operator operator) {
        return new InexpressibleException("a network with " + operator.word() + " cannot be written as code yet");
    }

    /** A copy, to follow another branch from here. */
    Flow fork() {
        return new Flow(at);
    }

    long channels() {
        return at.channels();
    }

    /** Whether the map is flattened. */
    boolean isVector() {
        return at.rank() == 0;
    }

    /** Inputs of a dense layer. */
    BigInteger features() {
        BigInteger features = BigInteger.valueOf(at.channels());
        for (int axis = 0; axis < at.rank(); axis++) {
            features = features.multiply(BigInteger.valueOf(at.size(axis)));
        }
        return features;
    }

    /** The padding of {@code windows} over the map at this point. */
    List<PixelPadding> borders(List<Window> windows) {
        List<PixelPadding> borders = new ArrayList<>();
        for (int axis = 0; axis < windows.size(); axis++) {
            Window window = windows.get(axis);
            if (window.padding().needsSize() && !at.isKnown()) {
                throw new InexpressibleException(
                        "padding same_upper and same_lower depend on the size of the input; give input.size in a file",
                        new Remedy.SpaceInputSize());
            }
            borders.add(new PixelPadding(window.low(at.size(axis)), window.high(at.size(axis))));
        }
        return borders;
    }

    /** Goes on behind {@code operator}, which reads the map at this point. */
    void pass(Operator operator) {
        at = operator.shape(List.of(at));
        if (!at.hasUnits()) {
            throw new InexpressibleException(
                    "an invalid variant cannot be written as code: the output of some layer would be smaller than 1");
        }
    }

    /** Hidden channels of {@code gate}, which must be a squeeze-excite over all channels here. */
    long hidden(Fragment.Branches gate) {
        List<OperatorNode> nodes = new Network(at.rank(), List.of(), at.channels(), List.of(gate)).nodes();
        long hidden = nodes.size() < 2
                ? 1
                : nodes.get(1).operator().shape(List.of(at)).channels();
        if (!gate.equals(SqueezeExcite.of(at.rank(), at.channels(), hidden))) {
            throw new InexpressibleException("a gate that is no squeeze-excite cannot be written as code");
        }
        return hidden;
    }

    /** Checks that {@code sum} adds a trunk and a shortcut, and that their maps have the same size. */
    void requireFits(Fragment.Branches sum) {
        if (sum.branches().size() != 2) {
            throw new InexpressibleException(
                    "a sum of " + sum.branches().size() + " branches cannot be written as code");
        }
        if (at.isKnown()) {
            requireSameSize(sum, at);
            return;
        }
        // Sizes in a row until the trunk has grown twice are all remainders by its stride.
        MapShape first = sum.branches().get(0).shape(sized(0));
        MapShape grown = first;
        for (long more = 0; !twiceGrown(first, grown); more++) {
            grown = sum.branches().get(0).shape(sized(more));
            requireSameSize(sum, sized(more));
        }
    }

    private static void requireSameSize(Fragment.Branches sum, MapShape before) {
        MapShape trunk = sum.branches().get(0).shape(before);
        MapShape shortcut = sum.branches().get(1).shape(before);
        if (!trunk.equals(shortcut)) {
            throw new InexpressibleException("a shortcut cannot be added to a trunk of another size;"
                    + " write same padding in blocks with a shortcut, or noskip");
        }
    }

    private static boolean twiceGrown(MapShape first, MapShape now) {
        for (int axis = 0; axis < first.rank(); axis++) {
            if (now.size(axis) < first.size(axis) + 2) {
                return false;
            }
        }
        return true;
    }

    /** The map here, if it had this much more than a large size on every axis. */
    private MapShape sized(long more) {
        return MapShape.of(at.channels(), at.rank(), Collections.nCopies(at.rank(), (1L << 32) + more));
    }
}
