package dev.rfsweep.internal.oracle;

import dev.rfsweep.internal.net.Add;
import dev.rfsweep.internal.net.Concatenation;
import dev.rfsweep.internal.net.Convolution;
import dev.rfsweep.internal.net.Dense;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.GlobalPool;
import dev.rfsweep.internal.net.Identity;
import dev.rfsweep.internal.net.Multiplication;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.Nothing;
import dev.rfsweep.internal.net.Operator;
import dev.rfsweep.internal.net.Pool;
import dev.rfsweep.internal.net.TransposedConvolution;
import dev.rfsweep.internal.net.Upsampling;
import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Walks a network from its input on: sizes, validity and costs. Leaves the hops for the way back. */
final class ForwardPass implements Fragment.Visitor<Void>, Operator.Visitor<Void> {

    /** Where the walk stands. */
    private Trace at;

    /** What the operator that is met next joins: the ends of its branches, or the one tensor that it reads. */
    private List<Trace> inputs;

    /** Branches that are open around this place. */
    private int open;

    /** The last map before the first global pool or dense layer of the trunk; null while there is none. */
    private Trace lastMap;

    private boolean valid = true;
    private BigInteger params = BigInteger.ZERO;
    private BigInteger macs = BigInteger.ZERO;
    private BigInteger acts = BigInteger.ZERO;

    ForwardPass(Network network) {
        List<Long> sizes = network.size().isEmpty()
                ? Collections.nCopies(network.rank(), Border.UNKNOWN)
                : network.size().stream().map(Integer::longValue).toList();
        at = new Trace(sizes, BigInteger.valueOf(network.channels()), List.of(), false, 0);
        network.trunk().forEach(fragment -> fragment.accept(this));
    }

    /** The map that field metrics describe. */
    Trace map() {
        return lastMap == null ? at : lastMap;
    }

    boolean valid() {
        return valid;
    }

    BigInteger params() {
        return params;
    }

    /** Multiply-adds; without meaning when the sizes are unknown. */
    BigInteger macs() {
        return macs;
    }

    /** Outputs that count; without meaning when the sizes are unknown. */
    BigInteger acts() {
        return acts;
    }

    @Override
    public Void single(Fragment.Single fragment) {
        inputs = List.of(at);
        return fragment.operator().accept(this);
    }

    @Override
    public Void chain(Fragment.Chain fragment) {
        fragment.parts().forEach(part -> part.accept(this));
        return null;
    }

    @Override
    public Void branches(Fragment.Branches fragment) {
        Trace forked = at;
        List<Trace> ends = new ArrayList<>();
        for (Fragment branch : fragment.branches()) {
            open++;
            at = new Trace(forked.sizes(), forked.channels(), List.of(), false, 0);
            branch.accept(this);
            ends.add(at);
            open--;
        }
        at = forked;
        inputs = ends;
        return fragment.join().accept(this);
    }

    /** Batch norm has a scale and a shift for every channel. */
    @Override
    public Void convolution(Convolution conv) {
        requireMap(conv);
        BigInteger out = BigInteger.valueOf(conv.channels());
        BigInteger weights =
                at.channels().divide(BigInteger.valueOf(conv.groups())).multiply(out);
        for (Window window : conv.windows()) {
            weights = weights.multiply(BigInteger.valueOf(window.kernel()));
        }
        slide(conv.windows(), out);
        pay(weights, out.multiply(BigInteger.valueOf((conv.norm() ? 2 : 0) + (conv.bias() ? 1 : 0))), units(at));
        return null;
    }

    @Override
    public Void pool(Pool pool) {
        requireMap(pool);
        slide(pool.windows(), at.channels());
        return null;
    }

    @Override
    public Void globalPool(GlobalPool pool) {
        requireMap(pool);
        leaveMap();
        at = new Trace(Collections.nCopies(at.sizes().size(), 1L), at.channels(), at.hops(), true, at.depth());
        return null;
    }

    @Override
    public Void dense(Dense dense) {
        if (at.sizes().contains(Border.UNKNOWN)) {
            throw new IllegalArgumentException("the inputs of a dense layer are unknown without the input size");
        }
        leaveMap();
        BigInteger out = BigInteger.valueOf(dense.channels());
        pay(at.channels().multiply(units(at)).multiply(out), out, BigInteger.ONE);
        acts = acts.add(out);
        at = new Trace(List.of(), out, at.hops(), true, at.depth());
        return null;
    }

    /** What a unit sees is what it sees through any of the branches; the deepest one counts. */
    @Override
    public Void add(Add add) {
        at = joined(inputs.get(0).channels());
        return null;
    }

    @Override
    public Void concatenation(Concatenation concatenation) {
        at = joined(inputs.stream().map(Trace::channels).reduce(BigInteger.ZERO, BigInteger::add));
        return null;
    }

    /** The gate is left out, as the literature does. */
    @Override
    public Void multiplication(Multiplication multiplication) {
        Trace main = inputs.get(0);
        List<Hop> hops = new ArrayList<>(at.hops());
        hops.addAll(main.hops());
        at = new Trace(main.sizes(), main.channels(), hops, main.whole(), at.depth() + main.depth());
        return null;
    }

    @Override
    public Void identity(Identity identity) {
        return null;
    }

    @Override
    public Void transposedConvolution(TransposedConvolution conv) {
        throw phases(conv);
    }

    @Override
    public Void upsampling(Upsampling upsampling) {
        throw phases(upsampling);
    }

    @Override
    public Void nothing(Nothing nothing) {
        throw new IllegalArgumentException("an answer cannot say what a unit sees that sees nothing");
    }

    private static IllegalArgumentException phases(Operator operator) {
        return new IllegalArgumentException("what is seen through " + operator + " depends on the phase of the unit,"
                + " which an answer cannot say");
    }

    private void slide(List<Window> windows, BigInteger channels) {
        List<Long> lows = new ArrayList<>();
        List<Long> outs = new ArrayList<>();
        for (int axis = 0; axis < at.sizes().size(); axis++) {
            Border border = Border.of(windows.get(axis), at.sizes().get(axis));
            lows.add(border.low());
            outs.add(border.out());
            valid &= border.out() == Border.UNKNOWN || border.out() >= 1;
        }
        List<Hop> hops = new ArrayList<>(at.hops());
        hops.add(new Hop.Slide(windows, lows));
        acts = acts.add(outs.stream().map(BigInteger::valueOf).reduce(channels, BigInteger::multiply));
        at = new Trace(outs, channels, hops, at.whole(), at.depth() + 1);
    }

    /** Branches that see the whole input are left out of the hull. */
    private Trace joined(BigInteger channels) {
        List<List<Hop>> ways = inputs.stream()
                .filter(branch -> !branch.whole())
                .map(Trace::hops)
                .toList();
        int depth = inputs.stream().mapToInt(Trace::depth).max().orElseThrow();
        List<Hop> hops = new ArrayList<>(at.hops());
        if (!ways.isEmpty()) {
            hops.add(new Hop.Join(ways));
        }
        return new Trace(inputs.get(0).sizes(), channels, hops, ways.isEmpty(), at.depth() + depth);
    }

    private void leaveMap() {
        if (open == 0 && lastMap == null) {
            lastMap = at;
        }
    }

    private void requireMap(Operator operator) {
        if (open == 0 && lastMap != null) {
            throw new IllegalArgumentException("no map is left for " + operator);
        }
    }

    private void pay(BigInteger weights, BigInteger besides, BigInteger times) {
        params = params.add(weights).add(besides);
        macs = macs.add(weights.multiply(times));
    }

    private static BigInteger units(Trace tensor) {
        return tensor.sizes().stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
