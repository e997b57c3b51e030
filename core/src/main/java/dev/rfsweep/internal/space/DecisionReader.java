package dev.rfsweep.internal.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells what the branches of an automaton decide. Which copy a position belongs to depends on how many copies there are:
 * paths are therefore read together with the <em>copies</em>, the number chosen at each level of copies around, the
 * outermost first. Not thread-safe.
 */
public final class DecisionReader {

    private final Automaton automaton;

    /** Stage of the tied repeat whose body the automaton is; empty for the automaton of a whole space. */
    private final String prefix;

    /** Automata of the bodies of tied repeats, each of which is one step of this automaton. */
    private final IdentityHashMap<Node, Automaton> bodies = new IdentityHashMap<>();

    private DecisionReader(Automaton automaton, String prefix) {
        this.automaton = automaton;
        this.prefix = prefix;
    }

    /** A reader for the automaton of {@code space}. */
    public static DecisionReader of(Space space) {
        return new DecisionReader(space.automaton(), "");
    }

    /** The copies at the start. */
    public List<Integer> start() {
        return known(automaton.start(), List.of());
    }

    /** The copies where {@code branch} leads from {@code position}, which was reached with {@code copies}. */
    public List<Integer> after(int position, int branch, List<Integer> copies) {
        Automaton.Position at = automaton.at(position);
        Node node = at.origin().node();
        List<Integer> chosen = new ArrayList<>(copies);
        if (at instanceof Automaton.Fork && node instanceof Block block) {
            chosen.add(block.repeats().get(branch));
        } else if (at instanceof Automaton.Fork && node instanceof Node.Repeat repeat) {
            chosen.add(repeat.counts().get(branch));
        }
        return known(at.target(branch), chosen);
    }

    /** Hands to {@code out} what {@code branch} decides at {@code position}, which was reached with {@code copies}. */
    public void read(int position, int branch, List<Integer> copies, Consumer<Decision> out) {
        Automaton.Position at = automaton.at(position);
        Node node = at.origin().node();
        String stage = label(at.origin().trail(), copies);
        if (at instanceof Automaton.Step step && node instanceof Block block) {
            read(block, stage, step.options().get(branch).blocks(), out);
        } else if (at instanceof Automaton.Step && node instanceof Node.Repeat repeat) {
            read(repeat, stage, branch, out);
        } else if (node instanceof Block block) {
            String repeats = String.valueOf(block.repeats().get(branch));
            out.accept(new Decision(stage, Key.R.label(), repeats));
        } else if (node instanceof Node.Repeat repeat) {
            readCopies(repeat, stage, branch, out);
        } else if (node instanceof Node.Alternative) {
            out.accept(new Decision(stage, Decision.ALTERNATIVE, String.valueOf(branch + 1)));
        }
    }

    /** Hands all that variant {@code id} decides to {@code out}. */
    public void read(BigInteger id, Consumer<Decision> out) {
        List<List<Integer>> copies = new ArrayList<>(List.of(start()));
        automaton.follow(id, (position, branch) -> {
            List<Integer> here = copies.set(0, after(position, branch, copies.get(0)));
            read(position, branch, here, out);
        });
    }

    private static void read(Block block, String stage, List<FixedBlock> blocks, Consumer<Decision> out) {
        for (Choice choice : block.choices()) {
            Value value = blocks.get(0).values().get(choice.key());
            if (choice.values().size() == 1) {
                continue;
            }
            if (value != null) {
                out.accept(new Decision(stage, choice.key().label(), value.text()));
            } else if (choice.key() == Key.R && !block.each()) {
                out.accept(new Decision(stage, Key.R.label(), String.valueOf(blocks.size())));
            }
        }
    }

    private void read(Node.Repeat repeat, String stage, int branch, Consumer<Decision> out) {
        Automaton body = bodies.computeIfAbsent(repeat, fresh -> AutomatonBuilder.build(repeat.body()));
        int variants = body.variants().intValueExact();
        readCopies(repeat, stage, branch / variants, out);
        new DecisionReader(body, stage).read(BigInteger.valueOf(branch % variants), out);
    }

    private static void readCopies(Node.Repeat repeat, String stage, int branch, Consumer<Decision> out) {
        if (repeat.counts().size() > 1) {
            String count = String.valueOf(repeat.counts().get(branch));
            out.accept(new Decision(stage, Decision.COPIES, count));
        }
    }

    /** The first of {@code copies}, as many as there are levels of copies around {@code position}. */
    private List<Integer> known(int position, List<Integer> copies) {
        List<Integer> known = new ArrayList<>();
        for (Trail.Turn turn : automaton.at(position).origin().trail().turns()) {
            if (turn instanceof Trail.Copy copy) {
                known.add(copy.counts().size() == 1 ? copy.counts().get(0) : copies.get(known.size()));
            }
        }
        return known;
    }

    private String label(Trail trail, List<Integer> copies) {
        StringBuilder label = new StringBuilder(prefix);
        int level = 0;
        for (Trail.Turn turn : trail.turns()) {
            label.append(
                    turn instanceof Trail.Copy copy
                            ? Trail.copyLabel(copies.get(level++) - copy.following())
                            : Trail.label(turn));
        }
        // Only the stages themselves have nothing before them.
        return prefix.isEmpty() && !label.isEmpty() ? label.substring(1) : label.toString();
    }
}
