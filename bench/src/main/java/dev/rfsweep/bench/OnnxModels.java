package dev.rfsweep.bench;

import java.util.ArrayList;
import java.util.List;

/** Two of the largest networks in daily use, as ONNX files without the data of their weights, up to the last map. */
final class OnnxModels {

    private static final int GROWTH = 32;
    private static final int[] DENSE_BLOCKS = {6, 12, 48, 32};

    /** Stages of EfficientNet-B7: expansion, channels, layers, stride, kernel. */
    private static final int[][] EFFICIENT_STAGES = {
        {1, 32, 4, 1, 3},
        {6, 48, 7, 2, 3},
        {6, 80, 7, 2, 5},
        {6, 160, 10, 2, 3},
        {6, 224, 10, 1, 5},
        {6, 384, 13, 2, 5},
        {6, 640, 4, 1, 3}
    };

    private OnnxModels() {}

    /** DenseNet-201 (Huang et al. 2017). */
    static byte[] denseNet201() {
        OnnxBytes file = new OnnxBytes(1, 3, 224, 224);
        int channels = 2 * GROWTH;
        String map = file.convolution("x", 3, channels, 7, 2, 1);
        map = file.pool("MaxPool", activated(file, map, channels), 3, 2, 1);
        for (int block = 0; block < DENSE_BLOCKS.length; block++) {
            map = denseBlock(file, map, channels, DENSE_BLOCKS[block]);
            channels += GROWTH * DENSE_BLOCKS[block];
            if (block < DENSE_BLOCKS.length - 1) {
                map = file.convolution(activated(file, map, channels), channels, channels / 2, 1, 1, 1);
                map = file.pool("AveragePool", map, 2, 2, 0);
                channels /= 2;
            }
        }
        return file.file(file.normalisation(map, channels));
    }

    private static String activated(OnnxBytes file, String map, int channels) {
        return file.node("Relu", List.of(file.normalisation(map, channels)));
    }

    /** Every layer reads the concatenation of all before it. */
    private static String denseBlock(OnnxBytes file, String map, int channels, int layers) {
        List<String> maps = new ArrayList<>(List.of(map));
        int seen = channels;
        for (int layer = 0; layer < layers; layer++) {
            String all = file.node("Concat", List.copyOf(maps), OnnxBytes.ints("axis", 1));
            String narrow = file.convolution(activated(file, all, seen), seen, 4 * GROWTH, 1, 1, 1);
            maps.add(file.convolution(activated(file, narrow, 4 * GROWTH), 4 * GROWTH, GROWTH, 3, 1, 1));
            seen += GROWTH;
        }
        return file.node("Concat", maps, OnnxBytes.ints("axis", 1));
    }

    /** EfficientNet-B7 (Tan and Le 2019). */
    static byte[] efficientNetB7() {
        OnnxBytes file = new OnnxBytes(1, 3, 600, 600);
        int channels = 64;
        String map = swish(file, file.convolution("x", 3, channels, 3, 2, 1));
        for (int[] stage : EFFICIENT_STAGES) {
            for (int layer = 0; layer < stage[2]; layer++) {
                String out = inverted(file, map, channels, stage, layer == 0 ? stage[3] : 1);
                map = layer == 0 ? out : file.node("Add", List.of(out, map));
                channels = stage[1];
            }
        }
        return file.file(swish(file, file.convolution(map, channels, 4 * channels, 1, 1, 1)));
    }

    private static String inverted(OnnxBytes file, String in, int channels, int[] stage, int stride) {
        int wide = channels * stage[0];
        String map = stage[0] == 1 ? in : swish(file, file.convolution(in, channels, wide, 1, 1, 1));
        map = swish(file, file.convolution(map, wide, wide, stage[4], stride, wide));
        String pooled = file.node("GlobalAveragePool", List.of(map));
        String squeezed = swish(file, file.convolution(pooled, wide, channels / 4, 1, 1, 1));
        String gate = file.node("Sigmoid", List.of(file.convolution(squeezed, channels / 4, wide, 1, 1, 1)));
        return file.convolution(file.node("Mul", List.of(gate, map)), wide, stage[1], 1, 1, 1);
    }

    private static String swish(OnnxBytes file, String in) {
        return file.node("Mul", List.of(in, file.node("Sigmoid", List.of(in))));
    }
}
