package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.arch.Arch;
import dev.rfsweep.internal.notation.source.Place;
import dev.rfsweep.internal.notation.source.SourceText;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.Written;
import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Node;
import dev.rfsweep.internal.space.Option;
import dev.rfsweep.internal.space.Space;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds the variants of a space that a text describes: what {@link Arch} wrote, or anything that means the same blocks. */
public final class ArchSearch {

    private final Automaton automaton;
    private final List<FixedBlock> wanted;

    /** Whether blocks must be repeats of others just where the text says {@code r}. */
    private final boolean repeats;

    /** By position of the automaton: after how many of the wanted blocks a path can be there; null where it never is. */
    private final BitSet[] reached;

    private ArchSearch(Automaton automaton, List<FixedBlock> wanted, boolean repeats) {
        this.automaton = automaton;
        this.wanted = wanted;
        this.repeats = repeats;
        this.reached = new BitSet[automaton.size()];
    }

    /**
     * The id of the variant of {@code space} that {@code text} describes; of several the least, those first that have its
     * repeats where the text has them.
     *
     * @param source what errors call the text
     * @throws dev.rfsweep.internal.notation.source.SpecException when the text does not describe exactly one network
     */
    public static Optional<BigInteger> find(Space space, String source, String text) {
        List<FixedBlock> wanted = blocks(space, Span.of(SourceText.check(source, text, true), new Place(source, 1, 1)));
        return new ArchSearch(space.automaton(), wanted, true)
                .run()
                .or(() -> new ArchSearch(space.automaton(), wanted, false).run());
    }

    private static List<FixedBlock> blocks(Space space, Span text) {
        Written written = new Written();
        List<Node> stages = new StageText(space.input().rank(), written).stages(text);
        if (stages.isEmpty()) {
            throw text.strip().fail("expected stages such as cn_k3 mp_k2_s2");
        }
        Automaton one =
                FileReader.space(space.input(), stages, written, text.place()).automaton();
        if (!one.variants().equals(BigInteger.ONE)) {
            throw text.fail("expected one variant with every choice made, not " + one.variants());
        }
        return one.unrank(BigInteger.ZERO).blocks();
    }

    private Optional<BigInteger> run() {
        reach(automaton.start(), 0);
        for (int position = automaton.start(); position > Automaton.END; position--) {
            for (int done = next(position, 0); done >= 0; done = next(position, done + 1)) {
                for (int branch = 0; branch < automaton.at(position).branches(); branch++) {
                    int then = done + blocks(position, branch, done);
                    if (then >= done) {
                        reach(automaton.at(position).target(branch), then);
                    }
                }
            }
        }
        return next(Automaton.END, wanted.size()) < 0 ? Optional.empty() : Optional.of(least());
    }

    private void reach(int position, int done) {
        if (reached[position] == null) {
            reached[position] = new BitSet();
        }
        reached[position].set(done);
    }

    private int next(int position, int from) {
        return reached[position] == null ? -1 : reached[position].nextSetBit(from);
    }

    /** Keeps what leads to the end, then takes the first branch there is, again and again. */
    private BigInteger least() {
        reached[Automaton.END].clear(0, wanted.size());
        for (int position = Automaton.END + 1; position < reached.length; position++) {
            for (int done = next(position, 0); done >= 0; done = next(position, done + 1)) {
                if (branch(position, done) < 0) {
                    reached[position].clear(done);
                }
            }
        }
        BigInteger id = BigInteger.ZERO;
        int done = 0;
        for (int position = automaton.start(); position != Automaton.END; ) {
            int branch = branch(position, done);
            id = id.add(automaton.before(position, branch));
            done += blocks(position, branch, done);
            position = automaton.at(position).target(branch);
        }
        return id;
    }

    /** The first branch at {@code position}, behind so many wanted blocks, that leads to where a path can be; or -1. */
    private int branch(int position, int done) {
        Automaton.Position at = automaton.at(position);
        for (int branch = 0; branch < at.branches(); branch++) {
            int blocks = blocks(position, branch, done);
            BitSet there = reached[at.target(branch)];
            if (blocks >= 0 && there != null && there.get(done + blocks)) {
                return branch;
            }
        }
        return -1;
    }

    /** How many blocks the branch lays down, if those are the wanted ones from {@code done} on; otherwise -1. */
    private int blocks(int position, int branch, int done) {
        if (!(automaton.at(position) instanceof Automaton.Step step)) {
            return 0;
        }
        Option option = step.options().get(branch);
        int count = option.blocks().size();
        for (int at = 0; at < count; at++) {
            if (done + at >= wanted.size() || !same(option.blocks().get(at), wanted.get(done + at))) {
                return -1;
            }
        }
        return count;
    }

    private boolean same(FixedBlock block, FixedBlock other) {
        return (!repeats || block.first() == other.first()) && Arch.same(block, other);
    }
}
