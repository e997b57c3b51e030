package dev.rfsweep.internal.analysis.reads;

/** The way back through one operator along one axis: from output units to the input units that exist and are read. */
public final class ReadBack {

    private ReadBack() {}

    /**
     * @param units output units
     * @param size number of input units
     */
    public static IntervalSet through(Read read, IntervalSet units, long size) {
        if (units.isEmpty()) {
            return IntervalSet.NONE;
        }
        if (read instanceof Read.Every) {
            return IntervalSet.of(0, size - 1);
        }
        IntervalSet.Collector inputs = new IntervalSet.Collector(0, size - 1);
        for (int run = 0; run < units.runs(); run++) {
            long first = units.first(run);
            long last = units.last(run);
            if (read instanceof Read.Slide slide) {
                slide(slide, first, last, size, inputs);
            } else if (read instanceof Read.Transposed transposed) {
                transposed(transposed, first, last, inputs);
            } else if (read instanceof Read.Resample resample) {
                resample(resample, first, last, size, inputs);
            } else if (read instanceof Read.Border border) {
                border(border, first, last, size, inputs);
            } else {
                long offset = ((Read.Part) read).offset();
                inputs.add(first - offset, last - offset);
            }
        }
        return inputs.runs();
    }

    /** Only taps that can reach the input are tried: a kernel may be far larger. */
    private static void slide(Read.Slide slide, long first, long last, long size, IntervalSet.Collector inputs) {
        long stride = slide.stride();
        long dilation = slide.dilation();
        long from = Math.min(first * stride, last * stride) - slide.low();
        long to = Math.max(first * stride, last * stride) - slide.low();
        if (dilation == 1 && slide.kernel() >= Math.abs(stride)) {
            inputs.add(from, to + slide.kernel() - 1);
            return;
        }
        boolean gapless = Math.abs(stride) <= 1;
        for (long unit = first; unit <= (gapless ? first : last); unit++) {
            long low = gapless ? from : unit * stride - slide.low();
            long high = gapless ? to : low;
            long tap = Math.max(-Math.floorDiv(high, dilation), 0);
            long end = Math.min(Math.floorDiv(size - 1 - low, dilation), slide.kernel() - 1);
            for (; tap <= end; tap++) {
                inputs.add(low + tap * dilation, high + tap * dilation);
            }
        }
    }

    /** Tap by tap, the inputs that reach one of the units are without gaps. */
    private static void transposed(Read.Transposed read, long first, long last, IntervalSet.Collector inputs) {
        for (long tap = 0; tap < read.kernel(); tap++) {
            long moved = read.low() - tap * read.dilation();
            inputs.add(-Math.floorDiv(-(first + moved), read.stride()), Math.floorDiv(last + moved, read.stride()));
        }
    }

    private static void resample(Read.Resample read, long first, long last, long size, IntervalSet.Collector inputs) {
        for (long unit = first; unit <= last; unit++) {
            long from = ReadPattern.first(read, unit);
            long to = ReadPattern.last(read, unit);
            inputs.add(Math.min(Math.max(from, 0), size - 1), Math.min(Math.max(to, 0), size - 1));
        }
    }

    private static void border(Read.Border read, long first, long last, long size, IntervalSet.Collector inputs) {
        for (long unit = first; unit <= last; unit++) {
            long input = inside(read.mode(), unit - read.low(), size);
            inputs.add(input, input);
        }
    }

    private static long inside(Read.Border.Mode mode, long input, long size) {
        return switch (mode) {
            case EDGE -> Math.min(Math.max(input, 0), size - 1);
            case WRAP -> Math.floorMod(input, size);
            case REFLECT -> {
                long way = Math.floorMod(input, Math.max(2 * (size - 1), 1));
                yield Math.min(way, 2 * (size - 1) - way);
            }
        };
    }
}
