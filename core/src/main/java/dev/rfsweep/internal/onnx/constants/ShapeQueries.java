package dev.rfsweep.internal.onnx.constants;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;

/** Operators that ask for shapes or types, or need nothing but a shape: their answers are constants. */
public final class ShapeQueries {

    private ShapeQueries() {}

    /** Sets the output of {@code call} if it is such an operator. */
    public static boolean answer(Call call) {
        Constant answer = call.node().domain().isEmpty() ? answerOrNull(call) : null;
        if (answer != null) {
            call.output(0, Operand.of(answer));
        }
        return answer != null;
    }

    private static Constant answerOrNull(Call call) {
        return switch (call.node().type()) {
            case "Shape" -> shape(call);
            case "Size" -> {
                long product = Size.product(call.sizes(0));
                yield Constant.scalar(product == Size.UNKNOWN ? Constant.UNKNOWN : product);
            }
            case "RandomNormal", "RandomUniform" -> {
                LongList dims = call.integers("shape");
                yield dims == null ? null : Constant.ofShape(dims);
            }
            case "RandomNormalLike", "RandomUniformLike", "EyeLike" -> Constant.ofShape(LongList.of(call.sizes(0)));
            case "CastLike" ->
                call.operand(0).isConstant()
                        ? ArithmeticFolds.cast(call.operand(0).constant(), call.typeOf(1))
                        : null;
            default -> null;
        };
    }

    private static Constant shape(Call call) {
        long[] sizes = call.sizes(0);
        int start = clamp(call.integer("start", 0), sizes.length);
        int end = clamp(call.integer("end", sizes.length), sizes.length);
        long[] part = Arrays.copyOfRange(sizes, start, Math.max(start, end));
        return Constant.ofList(Arrays.stream(part)
                .map(size -> size == Size.UNKNOWN ? Constant.UNKNOWN : size)
                .toArray());
    }

    private static int clamp(long at, int rank) {
        return (int) Math.max(0, Math.min(at < 0 ? at + rank : at, rank));
    }
}
