package dev.rfsweep.bench;

/**
 * The six-layer grid of {@link Fixture} as one would sweep it without the engine: each variant is decoded from its id,
 * digit by digit, and folded layer by layer. Plain on purpose; allocates nothing once constructed.
 */
class NaiveGrid {

    private static final int LAYERS = 6;
    private static final int SIZE = 224;
    private static final int CHANNELS_IN = 3;
    private static final int CHANNELS = 64;

    /** By layer: the number of options, and the kernel, stride and dilation of each. */
    private final int[] options = new int[LAYERS];

    private final int[][] kernel = new int[LAYERS][];
    private final int[][] stride = new int[LAYERS][];
    private final int[][] dilation = new int[LAYERS][];

    private final int[] digits = new int[LAYERS];

    /** Columns of the variant that was decoded last. */
    int rf;

    int totalStride;
    int out;
    long params;
    long macs;

    NaiveGrid() {
        for (int layer = 0; layer < LAYERS; layer++) {
            options[layer] = 12;
            kernel[layer] = new int[] {3, 3, 3, 3, 5, 5, 5, 5, 7, 7, 7, 7};
            stride[layer] = new int[] {1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2};
            dilation[layer] = new int[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
        }
    }

    int variants() {
        int variants = 1;
        for (int count : options) {
            variants *= count;
        }
        return variants;
    }

    /** The receptive field of variant {@code id}; from the last layer back, as the digits come. */
    int rf(int id) {
        int rest = id;
        int field = 1;
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
            int option = rest % options[layer];
            rest /= options[layer];
            field = (field - 1) * stride[layer][option] + dilation[layer][option] * (kernel[layer][option] - 1) + 1;
        }
        return field;
    }

    /** Works out every column of variant {@code id}. */
    void decode(int id) {
        int rest = id;
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
            digits[layer] = rest % options[layer];
            rest /= options[layer];
        }
        rf = 1;
        totalStride = 1;
        out = SIZE;
        params = 0;
        macs = 0;
        int channels = CHANNELS_IN;
        for (int layer = 0; layer < LAYERS; layer++) {
            int k = kernel[layer][digits[layer]];
            int s = stride[layer][digits[layer]];
            rf += dilation[layer][digits[layer]] * (k - 1) * totalStride;
            totalStride *= s;
            out = (out - 1) / s + 1;
            long weights = (long) k * k * channels * CHANNELS;
            params += weights + 2 * CHANNELS;
            macs += weights * out * out;
            channels = CHANNELS;
        }
    }

    /** How many variants have an rf in {@code low..high}. */
    long count(long low, long high) {
        long inside = 0;
        for (int id = 0; id < variants(); id++) {
            int field = rf(id);
            inside += low <= field && field <= high ? 1 : 0;
        }
        return inside;
    }
}
