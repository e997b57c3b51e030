package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@link Explanation}s. */
final class Explainer {

    /** What one thread does in a second, rounded down from what was measured. */
    private static final double STEPS_PER_SECOND = 4e6;

    private final Automaton automaton;
    private final Question question;
    private final Plan sweep;

    /**
     * @param question with the columns that are asked for
     * @param sweep the same question by brute force
     */
    Explainer(Space space, Question question, Plan sweep) {
        this.automaton = space.automaton();
        this.question = question;
        this.sweep = sweep;
    }

    /** An answer from the states of {@code matches}. */
    Explanation algebra(Selection matches) {
        return states(matches, Explanation.Way.ALGEBRA, 0);
    }

    /**
     * Algebra that gets there in another way, {@code how}.
     *
     * @param reason why it does
     * @param matches their number, or null where unknown
     */
    Explanation algebra(String how, String reason, BigInteger matches) {
        return new Explanation(
                Explanation.Way.ALGEBRA, how + ", because " + reason, matches, 0, 0, 0, 0, layers(null), sweep);
    }

    /** The matches themselves, in order of id. */
    Explanation guided(Selection matches) {
        double perSecond = (double) Budget.MATCHES_PER_SECOND * sweep.threads();
        return states(matches, Explanation.Way.GUIDED, matches.count().doubleValue() / perSecond);
    }

    /** Steps only where a match may follow, because {@code reason}. */
    Explanation guided(String reason) {
        return new Explanation(Explanation.Way.GUIDED, reason, null, 0, 0, 0, 0, layers(null), sweep);
    }

    private Explanation states(Selection matches, Explanation.Way way, double rowSeconds) {
        return new Explanation(
                way,
                "",
                matches.count(),
                matches.graph().nodes(),
                matches.graph().edges(),
                matches.graph().edges() / STEPS_PER_SECOND,
                rowSeconds,
                layers(matches),
                sweep);
    }

    /** Whatever {@code reason} there is to look at variants; {@code matches} is null where unknown. */
    Explanation sweep(String reason, BigInteger matches) {
        return new Explanation(Explanation.Way.SWEEP, reason, matches, 0, 0, sweep.seconds(), 0, layers(null), sweep);
    }

    /** Positions are numbered from END, which decides nothing. */
    private List<Explanation.Layer> layers(Selection matches) {
        long[] states = new long[automaton.size()];
        long[] matched = new long[automaton.size()];
        long[] sums = new long[automaton.size()];
        Trellis trellis = question.trellis();
        for (int node = 0; node < trellis.nodes(); node++) {
            states[trellis.position(node)] += trellis.hasValid(node) ? 1 : 0;
        }
        for (int node = 0; matches != null && node < matches.graph().nodes(); node++) {
            boolean fresh = node == 0 || matches.origin(node) != matches.origin(node - 1);
            int position = trellis.position(matches.origin(node));
            matched[position] += fresh ? 1 : 0;
            sums[position]++;
        }
        Map<String, Explanation.Layer> layers = new LinkedHashMap<>();
        for (int at = Automaton.END + 1; at < states.length; at++) {
            if (automaton.at(at).branches() > 1) {
                String stage = automaton.at(at).origin().trail().label();
                layers.merge(stage, new Explanation.Layer(stage, states[at], matched[at], sums[at]), Explainer::sum);
            }
        }
        List<Explanation.Layer> inOrder = new ArrayList<>(layers.values());
        Collections.reverse(inOrder);
        return inOrder;
    }

    /** Runs of different length have positions of their own for the same copy. */
    private static Explanation.Layer sum(Explanation.Layer one, Explanation.Layer other) {
        return new Explanation.Layer(
                one.stage(), one.states() + other.states(), one.matched() + other.matched(), one.sums() + other.sums());
    }
}
