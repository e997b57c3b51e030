package dev.rfsweep.report;

import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.AxisView;
import dev.rfsweep.network.Link;
import dev.rfsweep.network.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What leads to a tensor, as far as it sees something of the input and is not left out as a gate. */
record Branches(Analysis analysis) {

    int axes() {
        return analysis.graph().axes();
    }

    List<Link> of(Tensor tensor) {
        List<Link> followed = new ArrayList<>();
        for (int link = 0; link < tensor.links().size(); link++) {
            Tensor source = tensor.links().get(link).source();
            if (!analysis.ignores(tensor, link) && analysis.view(source, 0).kind() != AxisView.Kind.NOTHING) {
                followed.add(tensor.links().get(link));
            }
        }
        return followed;
    }

    boolean leavesOut(Tensor tensor) {
        return IntStream.range(0, tensor.links().size()).anyMatch(link -> analysis.ignores(tensor, link));
    }

    /** Whether units see less than everything on every axis. */
    boolean local(Tensor tensor) {
        return IntStream.range(0, axes())
                .allMatch(axis -> analysis.view(tensor, axis).kind() == AxisView.Kind.LOCAL);
    }

    /** How much units see, all axes together. */
    double field(Tensor tensor) {
        return IntStream.range(0, axes())
                .mapToDouble(axis -> analysis.view(tensor, axis).rf())
                .sum();
    }
}
