package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws single nodes over constants, most of them nearly right, some with absurd numbers. */
final class RandomFolds {

    private static final List<String> TYPES = List.of(
            "Add",
            "Div",
            "Mod",
            "Max",
            "Equal",
            "Floor",
            "Neg",
            "Reciprocal",
            "Pow",
            "Sum",
            "Mean",
            "Clip",
            "Cast",
            "Where",
            "Not",
            "Tile",
            "Expand",
            "Slice",
            "Transpose",
            "Concat",
            "Split",
            "Gather",
            "GatherElements",
            "GatherND",
            "ScatterND",
            "NonZero",
            "ReduceSum",
            "ReduceProd",
            "ReduceMax",
            "ReduceMean",
            "ArgMax",
            "ArgMin",
            "CumSum",
            "MatMul",
            "Range",
            "ConstantOfShape",
            "Reshape",
            "Squeeze",
            "Unsqueeze");

    private static final List<String> FLAGS =
            List.of("keepdims", "exclusive", "reverse", "fmod", "select_last_index", "noop_with_empty_axes");

    private final SplittableRandom random;

    /** One node. */
    record Program(String type, Map<String, Object> attributes, List<Constant> inputs) {}

    RandomFolds(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Program next() {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        Map<String, Object> attributes = new HashMap<>();
        for (String flag : FLAGS) {
            if (random.nextInt(4) == 0) {
                attributes.put(flag, random.nextInt(2));
            }
        }
        if (random.nextBoolean()) {
            attributes.put("axis", random.nextInt(-3, 4));
        }
        attributes.put("to", List.of(1, 7, 9, 2, 6, 11, 10).get(random.nextInt(7)));
        if (random.nextInt(8) == 0) {
            attributes.put("batch_dims", random.nextInt(-1, 3));
        }
        List<Constant> inputs = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int input = 0; input < count; input++) {
            inputs.add(constant());
        }
        return new Program(type, attributes, inputs);
    }

    private Constant constant() {
        long[] dims = new long[random.nextInt(4)];
        for (int dim = 0; dim < dims.length; dim++) {
            dims[dim] = random.nextInt(8) == 0 ? random.nextInt(16) : random.nextInt(4);
        }
        LongList shape = LongList.of(dims);
        int elements = (int) Constant.elements(shape);
        if (random.nextInt(4) == 0) {
            double[] reals = random.doubles(elements, -3, 3).map(this::real).toArray();
            return Constant.ofReals(shape, DataType.FLOAT, DoubleList.of(reals));
        }
        long[] integers = random.longs(elements, -2, 4).map(this::integer).toArray();
        DataType type = List.of(DataType.INT64, DataType.INT64, DataType.INT32, DataType.BOOL)
                .get(random.nextInt(4));
        return new Constant(shape, type, LongArrayList.wrap(integers), null);
    }

    private double real(double usual) {
        return switch (random.nextInt(40)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> -1e30;
            case 3 -> 0;
            default -> usual;
        };
    }

    private long integer(long usual) {
        return switch (random.nextInt(40)) {
            case 0 -> Constant.UNKNOWN;
            case 1 -> Long.MAX_VALUE;
            case 2 -> Long.MIN_VALUE;
            case 3 -> 1L << 31;
            case 4 -> 100_000;
            default -> usual;
        };
    }
}
