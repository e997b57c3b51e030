package dev.rfsweep.emit;

import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Network;
import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is known at one point on the way through a network: the channels, and the size where the input has one. */
final class Flow {

    private List<Long> size;
    private long channels;
    private boolean vector;

    private Flow(List<Long> size, long channels) {
        this.size = size;
        this.channels = channels;
    }

    static Flow into(Network network) {
        if (network.channels() == 0) {
            throw new InexpressibleException(
                    "a network without channels cannot be written as code; give some block its channels (c)");
        }
        return new Flow(network.size().stream().map(Integer::longValue).toList(), network.channels());
    }

    Flow copy() {
        return new Flow(size, channels);
    }

    long channels() {
        return channels;
    }

    /** Whether the map is flattened. */
    boolean isVector() {
        return vector;
    }

    /** Inputs of a dense layer. */
    BigInteger features() {
        return size.stream().map(BigInteger::valueOf).reduce(BigInteger.valueOf(channels), BigInteger::multiply);
    }

    /** The padding of {@code windows} over the map at this point. */
    List<Border> borders(List<Window> windows) {
        List<Border> borders = new ArrayList<>();
        for (int axis = 0; axis < windows.size(); axis++) {
            Window window = windows.get(axis);
            if (window.padding().needsSize() && size.isEmpty()) {
                throw new InexpressibleException(
                        "padding same_upper and same_lower depend on the size of the input; give input.size in a file, or --size");
            }
            long at = size.isEmpty() ? 0 : size.get(axis);
            borders.add(new Border(window.low(at), window.high(at)));
        }
        return borders;
    }

    /** Past a layer that slides {@code windows} and makes {@code out} channels. */
    void pass(List<Window> windows, long out) {
        List<Long> next = new ArrayList<>();
        for (int axis = 0; axis < size.size(); axis++) {
            next.add(windows.get(axis).out(size.get(axis)));
        }
        if (next.stream().anyMatch(axis -> axis < 1)) {
            throw new InexpressibleException(
                    "an invalid variant cannot be written as code: the output of some layer would be smaller than 1");
        }
        size = next;
        channels = out;
    }

    /** Past a global pool; one pixel is left on each axis, known or not before. */
    void pool(int rank) {
        size = Collections.nCopies(rank, 1L);
    }

    /** Past a dense layer. */
    void flatten(long out) {
        size = List.of();
        channels = out;
        vector = true;
    }

    /**
     * Makes sure that the two paths of {@code residual} meet with maps of one size. Where the size of the input is
     * unknown, every remainder by the stride of the shortcut is tried.
     */
    void requireSameSize(Layer.Residual residual, int rank) {
        for (int axis = 0; axis < rank; axis++) {
            Window projection = residual.projection() == null
                    ? null
                    : residual.projection().windows().get(axis);
            int sizes = !size.isEmpty() || projection == null ? 1 : projection.stride();
            for (int more = 0; more < sizes; more++) {
                long before = size.isEmpty() ? (1L << 32) + more : size.get(axis);
                long beside = projection == null ? before : projection.out(before);
                if (behind(residual.trunk(), axis, before) != beside) {
                    throw new InexpressibleException("a shortcut cannot be added to a trunk of another size;"
                            + " write same padding in blocks with a shortcut, or noskip");
                }
            }
        }
    }

    private static long behind(List<Layer> layers, int axis, long before) {
        long at = before;
        for (Layer layer : layers) {
            if (layer instanceof Layer.Conv conv) {
                at = conv.windows().get(axis).out(at);
            } else if (layer instanceof Layer.Pool pool) {
                at = pool.windows().get(axis).out(at);
            } else if (layer instanceof Layer.Residual residual) {
                at = behind(residual.trunk(), axis, at);
            }
        }
        return at;
    }

    /** Whether {@code type} is among {@code layers} or in the trunk of one of them. */
    static boolean uses(List<Layer> layers, Class<? extends Layer> type) {
        return layers.stream()
                .anyMatch(layer -> type.isInstance(layer)
                        || (layer instanceof Layer.Residual residual && uses(residual.trunk(), type)));
    }
}
