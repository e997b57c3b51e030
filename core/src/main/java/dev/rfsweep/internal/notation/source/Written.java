package dev.rfsweep.internal.notation.source;

import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Node;
import dev.rfsweep.internal.space.SpaceException;
import dev.rfsweep.model.Remedy;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Where every node of a grammar is written. Nodes count by identity: equal blocks stand in many places. */
public final class Written {

    /** Places and texts are worked out only when there is an error: finding a place goes through the whole text before it. */
    private record Entry(Supplier<Place> place, Supplier<String> found, Map<Key, Span> keys) {}

    /** Far more than people write; a limit, so that a small text cannot fill the memory. */
    private static final int MOST = 1 << 16;

    private final IdentityHashMap<Node, Entry> entries = new IdentityHashMap<>();
    private int blocks;

    public void add(Node node, Span span, Map<Key, Span> keys) {
        if (blocks++ >= MOST) {
            throw span.fail("expected at most " + MOST + " blocks in one description; copies are written 100*cn_k3");
        }
        entries.putIfAbsent(node, new Entry(span::place, () -> SpecException.found(span.text()), Map.copyOf(keys)));
    }

    public void add(Node node, Place place, String found) {
        entries.putIfAbsent(node, new Entry(() -> place, () -> found, Map.of()));
    }

    /** What {@code space} refused, reported where it is written; at {@code stages} when it is the whole. */
    public SpecException explain(SpaceException refusal, Place stages) {
        String problem = "but " + refusal.getMessage();
        Remedy remedy = refusal.remedy().orElse(null);
        Entry entry = refusal.node().map(entries::get).orElse(null);
        if (entry == null) {
            return new SpecException(stages, "found stages that make no space, " + refusal.getMessage());
        }
        Span key = refusal.key().map(entry.keys()::get).orElse(null);
        if (key != null) {
            return key.fail(problem, remedy);
        }
        return new SpecException(entry.place().get(), entry.found().get() + ", " + problem, remedy);
    }
}
