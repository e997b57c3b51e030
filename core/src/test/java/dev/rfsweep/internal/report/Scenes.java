package dev.rfsweep.internal.report;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Gates;
import dev.rfsweep.internal.analysis.GraphBuilder;
import dev.rfsweep.internal.analysis.NetworkGraph;
import dev.rfsweep.internal.analysis.OutputLabel;
import dev.rfsweep.internal.analysis.Read;
import dev.rfsweep.internal.analysis.Tensor;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.report.scene.Scene;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Networks written in the notation, ready to be drawn. */
public final class Scenes {

    private Scenes() {}

    /** An analysed network; {@code input} is what the key of that name says. */
    public static Analysis analysis(String input, String stages) {
        String yaml = "input: {" + input + "}\nstages:\n  - " + stages.replace(" ", "\n  - ") + "\n";
        Space space = SpecParser.text("scene", yaml, false).space();
        return Analysis.of(NetworkGraph.of(space.network(space.automaton().unrank(BigInteger.ZERO))), Gates.IGNORE);
    }

    static Scene of(String input, String stages) {
        return of(stages, analysis(input, stages));
    }

    static Scene of(String title, Analysis analysis) {
        return SceneReader.read(title + " & <more>", analysis, analysis.graph().last());
    }

    /** Down twice and up twice, by transposed convolutions, with the maps of equal size joined on the way up. */
    public static Analysis unet() {
        GraphBuilder net = new GraphBuilder(2);
        Tensor top = conv(net, "down1", net.input("x", 3, 64, 64), 3, 1);
        Tensor middle = conv(net, "down2", conv(net, "pool1", top, 2, 2), 3, 1);
        Tensor bottom = conv(net, "bottom", conv(net, "pool2", middle, 2, 2), 3, 1);
        Tensor lower = conv(
                net, "up1", net.concat(OutputLabel.of("join1", "Concat"), 1, twice(net, "t1", bottom), middle), 3, 1);
        Tensor upper = net.concat(OutputLabel.of("join2", "Concat"), 1, twice(net, "t2", lower), top);
        conv(net, "up2", upper, 3, 1);
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    /** A decoder: a chain whose units see different things. */
    static Analysis decoder(long size) {
        GraphBuilder net = new GraphBuilder(2);
        Tensor low = conv(net, "conv2", conv(net, "conv1", net.input("x", 3, size, size), 3, 2), 3, 2);
        conv(net, "conv3", twice(net, "up", twice(net, "up1", low)), 3, 1);
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    /** Branches of different stride that end at maps of the same size; then {@code more} layers. */
    public static Analysis strides(int more) {
        GraphBuilder net = new GraphBuilder(1);
        Tensor in = net.input("x", 1, 32);
        Tensor strided = conv(net, "strided", in, 3, 2);
        Tensor cropped = net.slice(OutputLabel.of("crop", "Slice"), in, 2, 0, 1, 16);
        Tensor at = net.pointwise(OutputLabel.of("add", "Add"), strided, cropped);
        for (int layer = 1; layer <= more; layer++) {
            at = conv(net, "more" + layer, at, 3, 1);
        }
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    /** A map joined by its own mean along the second axis, after a wider kernel along the first. */
    public static Analysis strip() {
        GraphBuilder net = new GraphBuilder(2);
        Tensor map = conv(net, "map", net.input("x", 3, 24, 24), 3, 1);
        Tensor strip = net.reduce(OutputLabel.of("mean", "ReduceMean"), map, true, 3);
        Read tall = new Read.Slide(5, 1, 1, 2);
        Tensor wide = net.local(OutputLabel.of("tall", "Conv"), strip, 8, List.of(tall, Read.SAME), 24, 1);
        net.pointwise(OutputLabel.of("join", "Mul"), map, wide);
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    /** A map scaled by its statistics, and then by the mean of something that does not depend on the input. */
    static Analysis statistics() {
        GraphBuilder net = new GraphBuilder(1);
        Tensor map = conv(net, "map", net.input("x", 3, 24), 3, 1);
        Tensor centred = net.pointwise(
                OutputLabel.of("centred", "Sub"), map, net.reduce(OutputLabel.of("mean", "ReduceMean"), map, true, 2));
        Tensor fixed = net.constant(OutputLabel.of("fixed", "RandomNormal"), 1, 8, 24);
        net.pointwise(
                OutputLabel.of("scaled", "Mul"),
                centred,
                net.reduce(OutputLabel.of("total", "ReduceMean"), fixed, true, 2));
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    /** Doubled maps read by an even window: every other unit sees more. */
    static Analysis phases(int axes) {
        GraphBuilder net = new GraphBuilder(axes);
        long[] size = new long[axes];
        Arrays.fill(size, 16);
        Tensor map = conv(net, "conv1", net.input("x", 3, size), 3, 1);
        Arrays.fill(size, 32);
        List<Read> twice = Collections.nCopies(axes, new Read.Transposed(2, 2, 1, 0));
        conv(net, "conv2", net.local(OutputLabel.of("up", "Resize"), map, 8, twice, size), 4, 1);
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    /** A map joined by a longer constant one: units that repeat nothing, and see nothing from the tenth on. */
    static Analysis halfEmpty() {
        GraphBuilder net = new GraphBuilder(1);
        Tensor map = conv(net, "conv", net.input("x", 3, 10), 3, 1);
        net.concat(
                OutputLabel.of("join", "Concat"), 2, map, net.constant(OutputLabel.of("rest", "Constant"), 1, 8, 30));
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    /** A chain whose map is spread out: three units of four see nothing, those at the ends of a later window among them. */
    static Analysis gaps() {
        GraphBuilder net = new GraphBuilder(1);
        Tensor map = conv(net, "conv", net.input("x", 3, 10), 3, 1);
        Read read = new Read.Transposed(1, 4, 1, 0);
        Tensor spread = net.local(OutputLabel.of("spread", "ConvTranspose"), map, 8, List.of(read), 37);
        conv(net, "wide", spread, 7, 1);
        return Analysis.of(net.build(), Gates.IGNORE);
    }

    private static Tensor conv(GraphBuilder net, String name, Tensor in, int kernel, int stride) {
        Window window = new Window(kernel, stride, 1, new Padding.Fixed((kernel - 1) / 2, (kernel - 1) / 2));
        return net.conv(
                OutputLabel.of(name, "Conv"),
                in,
                8,
                Collections.nCopies(in.shape().axes(), window));
    }

    private static Tensor twice(GraphBuilder net, String name, Tensor in) {
        Read.Transposed read = new Read.Transposed(4, 2, 1, 1);
        long[] out = LongStream.range(0, in.shape().axes())
                .map(axis -> read.out(in.shape().units((int) axis), 1, 0))
                .toArray();
        return net.local(OutputLabel.of(name, "ConvTranspose"), in, 8, Collections.nCopies(out.length, read), out);
    }

    /** {@code count} layers, every sixtieth with a stride. */
    static String deep(int count) {
        return IntStream.range(0, count)
                .mapToObj(layer -> layer % 60 == 30 ? "cn_k3_s2" : "cn_k3")
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }
}
