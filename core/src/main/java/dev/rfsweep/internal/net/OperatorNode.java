package dev.rfsweep.internal.net;

import java.util.List;

/**
 * One operator at its place in the flat graph of a network.
 *
 * @param name unique in its network, such as {@code block4.conv1}
 * @param operation what it does, in words
 * @param inputs where its inputs come from: indices of earlier nodes, or {@link #INPUT}
 */
public record OperatorNode(String name, String operation, Operator operator, List<Integer> inputs) {

    /** The input of the network, in the place of a node. */
    public static final int INPUT = -1;
}
