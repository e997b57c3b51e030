package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.operators.Windows;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.internal.onnx.wire.OnnxGraph;
import dev.rfsweep.internal.onnx.wire.OnnxModel;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import dev.rfsweep.internal.onnx.wire.ValueInfo;
import dev.rfsweep.model.Size;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which input fields are measured in, its sizes and its spatial axes.
 *
 * @param info as the file has it
 * @param sizes all sizes, {@link Size#UNKNOWN} for open ones; an open batch is one sample
 * @param spatial dimension of each spatial axis
 * @param others inputs beside it, which count as constants
 */
record InputBinding(ValueInfo info, List<Long> sizes, List<Integer> spatial, List<ValueInfo> others) {

    private static final int FEWEST_DIMS = 3;
    private static final int MOST_DIMS = 5;

    static InputBinding of(OnnxModel model, ImportOptions options) {
        List<ValueInfo> inputs = model.graph().inputs().stream()
                .filter(info -> !model.graph().initializers().containsKey(info.name()))
                .toList();
        ValueInfo info = choose(model, inputs, options);
        int rank = rank(info, options);
        boolean channelsLast = options.layout() == Layout.CHANNELS_LAST
                || (options.layout() == Layout.AUTO && movesChannels(model.graph(), info.name(), rank));
        int first = channelsLast ? 1 : Windows.LEADING;
        List<Integer> spatial =
                IntStream.range(first, first + rank - Windows.LEADING).boxed().toList();
        List<ValueInfo> others =
                inputs.stream().filter(other -> !other.equals(info)).toList();
        return new InputBinding(info, bind(model, info, spatial, options.size()), spatial, others);
    }

    private static ValueInfo choose(OnnxModel model, List<ValueInfo> inputs, ImportOptions options) {
        String known = inputs.stream().map(InputBinding::describe).collect(Collectors.joining(", "));
        for (ValueInfo info : inputs) {
            boolean wanted = options.input().isEmpty()
                    ? isMap(info, options)
                    : info.name().equals(options.input());
            if (wanted && isMap(info, options)) {
                return info;
            }
            if (wanted) {
                throw new OnnxException(
                        model.file(),
                        "found input " + describe(info)
                                + ", expected 3 to 5 dimensions: batch, channels and up to three spatial axes");
            }
        }
        String wanted = options.input().isEmpty()
                ? "expected one of 3 to 5 dimensions: batch, channels and up to three spatial axes"
                : "expected " + OnnxException.quoted(options.input());
        throw new OnnxException(
                model.file(), "found " + (known.isEmpty() ? "no inputs" : "inputs " + known) + ", " + wanted);
    }

    private static boolean isMap(ValueInfo info, ImportOptions options) {
        int rank = rank(info, options);
        return rank >= FEWEST_DIMS && rank <= MOST_DIMS;
    }

    private static int rank(ValueInfo info, ImportOptions options) {
        return info.dims() == null
                ? Windows.LEADING + options.size().size()
                : info.dims().size();
    }

    private static String describe(ValueInfo info) {
        String dims = info.dims() == null
                ? " of unknown dimensions"
                : info.dims().stream()
                        .map(dim -> dim.size() > 0
                                ? String.valueOf(dim.size())
                                : dim.symbol().isEmpty() ? "?" : dim.symbol())
                        .collect(Collectors.joining(", ", " [", "]"));
        return OnnxException.quoted(info.name()) + dims;
    }

    /** Whether every way from the input leads, through constants added or multiplied at most, to such a transposition. */
    private static boolean movesChannels(OnnxGraph graph, String input, int rank) {
        Set<String> reached = new HashSet<>(Set.of(input));
        boolean moved = false;
        for (OnnxNode node : graph.nodes()) {
            if (node.inputs().stream().noneMatch(reached::contains)) {
                continue;
            }
            Attribute perm = node.attributes().get("perm");
            if (node.type().equals("Transpose") && perm != null && isChannelsFirst(perm, rank)) {
                moved = true;
            } else if (List.of("Cast", "Sub", "Mul", "Div", "Add", "Identity").contains(node.type())) {
                reached.addAll(node.outputs());
            } else {
                return false;
            }
        }
        return moved;
    }

    private static boolean isChannelsFirst(Attribute perm, int rank) {
        if (perm.integers() == null || perm.integers().size() != rank) {
            return false;
        }
        boolean moves = perm.integers().getLong(0) == 0 && perm.integers().getLong(1) == rank - 1;
        for (int dim = Windows.LEADING; dim < rank; dim++) {
            moves &= perm.integers().getLong(dim) == dim - 1;
        }
        return moves;
    }

    private static List<Long> bind(OnnxModel model, ValueInfo info, List<Integer> spatial, List<Long> size) {
        long[] sizes = info.dims() == null ? unknown(Windows.LEADING + spatial.size()) : sizes(info);
        List<Long> given = size.size() == 1 ? Collections.nCopies(spatial.size(), size.get(0)) : size;
        if (!given.isEmpty() && given.size() != spatial.size()) {
            throw new OnnxException(
                    model.file(),
                    "found " + given.size() + " sizes for input " + describe(info) + ", expected " + spatial.size()
                            + ", one for each spatial axis, or one for all");
        }
        for (int axis = 0; axis < given.size(); axis++) {
            if (given.get(axis) < 1) {
                throw new OnnxException(model.file(), "found a size of " + given.get(axis) + ", expected at least 1");
            }
            sizes[spatial.get(axis)] = given.get(axis);
        }
        return Arrays.stream(sizes).boxed().toList();
    }

    /** Sizes as the file has them. The batch changes no field, so an open one is one sample. */
    static long[] sizes(ValueInfo info) {
        long[] sizes = info.dims().stream()
                .mapToLong(dim -> dim.size() > 0 ? dim.size() : Size.UNKNOWN)
                .toArray();
        if (sizes.length > 0 && sizes[0] == Size.UNKNOWN) {
            sizes[0] = 1;
        }
        return sizes;
    }

    private static long[] unknown(int rank) {
        long[] sizes = new long[rank];
        Arrays.fill(sizes, Size.UNKNOWN);
        sizes[0] = 1;
        return sizes;
    }

    GraphBuilder builder() {
        return new GraphBuilder(spatial.size());
    }

    Tensor tensor(GraphBuilder builder) {
        long[] all = sizes.stream().mapToLong(Long::longValue).toArray();
        int[] dims = spatial.stream().mapToInt(Integer::intValue).toArray();
        return builder.input(info.name(), all, dims);
    }
}
