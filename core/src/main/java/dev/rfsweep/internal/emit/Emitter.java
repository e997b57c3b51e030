package dev.rfsweep.internal.emit;

import dev.rfsweep.internal.net.Concatenation;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Nothing;
import dev.rfsweep.internal.net.Operator;
import dev.rfsweep.internal.net.TransposedConvolution;
import dev.rfsweep.internal.net.Upsampling;

/** Walks a network and writes its operators one after the other. What no emitter can write yet is refused here. */
abstract class Emitter implements Fragment.Visitor<Void>, Operator.Visitor<Void> {

    /** The map that the next operator reads. */
    Flow flow;

    /** Whether the next operator ends a branch of a sum, so that no activation follows it. */
    boolean summed;

    /** The branches that the operator that comes joins. */
    Fragment.Branches joined;

    Emitter(Flow flow) {
        this.flow = flow;
    }

    @Override
    public Void single(Fragment.Single fragment) {
        return fragment.operator().accept(this);
    }

    @Override
    public Void chain(Fragment.Chain fragment) {
        boolean ends = summed;
        for (int part = 0; part < fragment.parts().size(); part++) {
            summed = ends && part == fragment.parts().size() - 1;
            fragment.parts().get(part).accept(this);
        }
        summed = ends;
        return null;
    }

    @Override
    public Void branches(Fragment.Branches fragment) {
        joined = fragment;
        return fragment.join().accept(this);
    }

    @Override
    public Void transposedConvolution(TransposedConvolution conv) {
        throw Flow.inexpressible(conv);
    }

    @Override
    public Void upsampling(Upsampling upsampling) {
        throw Flow.inexpressible(upsampling);
    }

    @Override
    public Void concatenation(Concatenation concatenation) {
        throw Flow.inexpressible(concatenation);
    }

    @Override
    public Void nothing(Nothing nothing) {
        throw Flow.inexpressible(nothing);
    }
}
