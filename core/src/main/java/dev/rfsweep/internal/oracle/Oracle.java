package dev.rfsweep.internal.oracle;

import dev.rfsweep.internal.net.Network;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** Answers for one network at a time. */
public final class Oracle {

    private Oracle() {}

    /**
     * Every metric of {@code network}.
     *
     * @throws IllegalArgumentException when something depends on the input size and the network has none (padding
     *     {@code SAME_UPPER} or {@code SAME_LOWER}, or a dense layer over a map), or when a layer needs a map that is
     *     pooled away
     */
    public static Answer of(Network network) {
        ForwardPass forward = new ForwardPass(network);
        if (!forward.valid()) {
            return Answer.INVALID;
        }
        Trace map = forward.map();
        boolean sized = !network.size().isEmpty();
        boolean counted = network.channels() > 0;
        List<AxisAnswer> axes = IntStream.range(0, network.rank())
                .mapToObj(axis -> axis(map.hops(), axis, sized ? map.sizes().get(axis) : 0))
                .toList();
        return new Answer(
                true,
                axes,
                counted ? forward.params() : BigInteger.ZERO,
                counted && sized ? forward.macs() : BigInteger.ZERO,
                forward.map().depth(),
                counted && sized ? forward.acts() : BigInteger.ZERO);
    }

    private static AxisAnswer axis(List<Hop> hops, int axis, long out) {
        Interval first = Hop.back(hops, axis, Interval.unit(0));
        Interval second = Hop.back(hops, axis, Interval.unit(1));
        return new AxisAnswer(
                first.length(),
                second.first().subtract(first.first()),
                first.first().negate(),
                Hop.back(hops, axis, BigInteger.ZERO),
                out,
                first.last().max(BigInteger.ZERO));
    }
}
