package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Transposed;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Col2Im, and transposed convolution, where padding crops the output and may be derived from a wanted output size. */
final class TransposedWindows {

    private static final int WEIGHTS = 1;

    private final Call call;
    private final int spatial;
    private final LongList kernel;
    private final LongList strides;
    private final LongList dilations;
    private final LongList pads;
    private final LongList extra;
    private final LongList wanted;
    private final String auto;
    private final List<Read> reads = new ArrayList<>();
    private final long[] out;

    private TransposedWindows(Call call) {
        this.call = call;
        this.spatial = call.rank(0) - Windows.LEADING;
        this.kernel = Windows.kernel(call, WEIGHTS);
        this.strides = Windows.list(call, "strides", spatial, 1);
        this.dilations = Windows.list(call, "dilations", spatial, 1);
        this.pads = Windows.list(call, "pads", 2 * spatial, 0);
        this.extra = Windows.list(call, "output_padding", spatial, 0);
        this.wanted = wanted(call, spatial);
        this.auto = call.text("auto_pad", "NOTSET");
        this.out = new long[spatial];
    }

    static void convTranspose(Call call) {
        TransposedWindows windows = new TransposedWindows(call);
        Tensor in = call.tensor(0);
        for (int axis = 0; axis < windows.spatial; axis++) {
            windows.axis(axis, in.shape().size(Windows.LEADING + axis));
        }
        long perGroup = call.sizes(WEIGHTS)[1];
        long channels = perGroup == Size.UNKNOWN
                ? perGroup
                : Math.multiplyExact(perGroup, Windows.positive(call, "group", call.integer("group", 1)));
        Tensor map = call.builder().local(Windows.labelOf(call, WEIGHTS), in, channels, windows.reads, windows.out);
        call.output(Windows.withComputedWeights(call, WEIGHTS, map));
    }

    /** Blocks that were laid in columns go back to their places, where those that overlap are added. */
    static void col2im(Call call) {
        LongList image = call.knownIntegers(1, "sizes of the image");
        LongList block = call.knownIntegers(2, "sizes of a block");
        int spatial = image.size();
        long[] in = call.sizes(0);
        call.requireCount("dimensions of the columns", in.length, 3);
        call.requireCount("sizes of a block", block.size(), spatial);
        LongList strides = Windows.list(call, "strides", spatial, 1);
        LongList dilations = Windows.list(call, "dilations", spatial, 1);
        LongList pads = Windows.list(call, "pads", 2 * spatial, 0);
        List<Read> reads = new ArrayList<>();
        long[] apart = Arrays.copyOf(in, Windows.LEADING + spatial);
        long blockSize = 1;
        for (int axis = 0; axis < spatial; axis++) {
            int taps = Windows.positive(call, "block", block.getLong(axis));
            int stride = Windows.positive(call, "stride", strides.getLong(axis));
            int dilation = Windows.positive(call, "dilation", dilations.getLong(axis));
            int low = Windows.fitting(call, "padding", pads.getLong(axis));
            int high = Windows.fitting(call, "padding", pads.getLong(spatial + axis));
            long reach = Math.multiplyExact(dilation, taps - 1L) + 1;
            long padded = Math.addExact(image.getLong(axis), (long) low + high);
            apart[Windows.LEADING + axis] = Math.floorDiv(padded - reach, (long) stride) + 1;
            blockSize = Math.multiplyExact(blockSize, taps);
            reads.add(new Transposed(taps, stride, dilation, low));
        }
        Tensor blocks = blocks(call, in, apart);
        long channels = in[1] == Size.UNKNOWN ? in[1] : in[1] / blockSize;
        call.output(call.builder().local(call.label(), blocks, channels, reads, image.toLongArray()));
    }

    /** The columns as a map of blocks. */
    private static Tensor blocks(Call call, long[] in, long... apart) {
        long[] counts = Arrays.copyOfRange(apart, Windows.LEADING, apart.length);
        long count = Size.product(counts);
        if (count < 1 || (in[2] != Size.UNKNOWN && in[2] != count)) {
            throw call.fail("found " + in[2] + " columns, expected " + LongList.of(counts)
                    + " blocks, as many as fit into the image");
        }
        return call.builder().reshape(call.label("blocks"), call.tensor(0), apart);
    }

    /** Some writers state the whole output shape, batch and channels included. */
    private static LongList wanted(Call call, int spatial) {
        LongList stated = call.integers("output_shape");
        if (stated == null || stated.isEmpty()) {
            return null;
        }
        if (stated.size() == spatial + Windows.LEADING) {
            return stated.subList(Windows.LEADING, stated.size());
        }
        call.requireCount("sizes in output_shape", stated.size(), spatial);
        return stated;
    }

    private void axis(int axis, long in) {
        int stride = Windows.positive(call, "stride", strides.getLong(axis));
        int dilation = Windows.positive(call, "dilation", dilations.getLong(axis));
        int taps = Windows.positive(call, "kernel", kernel.getLong(axis));
        int more = Windows.fitting(call, "output_padding", extra.getLong(axis));
        long low = Windows.fitting(call, "padding", pads.getLong(axis));
        long high = Windows.fitting(call, "padding", pads.getLong(spatial + axis));
        if (wanted != null || auto.startsWith("SAME")) {
            long size = call.knownSize(in);
            long target = wanted != null ? wanted.getLong(axis) : Math.multiplyExact(size, stride);
            long whole = new Transposed(taps, stride, dilation, 0).out(size, 0, more);
            long total = Math.subtractExact(whole, target);
            low = auto.equals("SAME_UPPER") ? Math.floorDiv(total, 2) : total - Math.floorDiv(total, 2);
            high = total - low;
        } else if (!auto.equals("NOTSET") && !auto.isEmpty()) {
            requireValid();
            low = 0;
            high = 0;
        }
        Transposed read = new Transposed(taps, stride, dilation, low);
        reads.add(read);
        out[axis] = in == Size.UNKNOWN ? in : read.out(in, high, more);
    }

    private void requireValid() {
        if (!auto.equals("VALID")) {
            throw call.fail("found auto_pad " + OnnxException.quoted(auto)
                    + ", expected NOTSET, VALID, SAME_UPPER or SAME_LOWER");
        }
    }
}
