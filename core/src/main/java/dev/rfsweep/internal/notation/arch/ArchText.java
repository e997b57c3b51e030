package dev.rfsweep.internal.notation.arch;

import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.VariantText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The {@code arch} of the variants of one space, joined from parts: the same text as {@link Arch#of} writes. */
public final class ArchText implements VariantText<ArchPart> {

    private static final byte[] NOTHING = Arch.NOTHING.getBytes(StandardCharsets.US_ASCII);

    private final Space space;

    /** One object for every name, whichever thread meets it first. */
    private final ConcurrentMap<ArchGroup.Name, ArchGroup.Name> names = new ConcurrentHashMap<>();

    /** For single variants; whoever uses it holds its lock. */
    private final PartWriter single = new PartWriter();

    public ArchText(Space space) {
        this.space = space;
    }

    @Override
    public String of(BigInteger id) {
        List<FixedBlock> blocks = space.automaton().unrank(id).blocks();
        byte[] text;
        synchronized (single) {
            text = single.part(blocks).text;
        }
        return text.length == 0 ? Arch.NOTHING : new String(text, 1, text.length - 1, StandardCharsets.US_ASCII);
    }

    @Override
    public Writer<ArchPart> writer() {
        return new PartWriter();
    }

    private final class PartWriter implements Writer<ArchPart> {

        /** Copies of a stage share their blocks, so the instance is a quick key. */
        private final IdentityHashMap<FixedBlock, ArchGroup.Name> nameOf = new IdentityHashMap<>();

        @Override
        public ArchPart part(List<FixedBlock> blocks) {
            ArchGroups groups = new ArchGroups();
            for (FixedBlock block : blocks) {
                groups.add(name(block), block.first());
            }
            return new ArchPart(
                    groups.groups(), !blocks.isEmpty() && !blocks.get(0).first());
        }

        @Override
        public void join(ArchPart before, ArchPart behind, Target out) {
            if (before.mergesWith(behind)) {
                ArchPart seam = before.seam(behind);
                out.append(before.text, 1, Math.max(before.keptLength(), 1));
                append(seam.text, before.keptLength() == 0 ? 1 : 0, out);
                append(behind.text, behind.restStart(), out);
            } else if (before.text.length > 0) {
                append(before.text, 1, out);
                append(behind.text, 0, out);
            } else if (behind.text.length > 0) {
                append(behind.text, 1, out);
            } else {
                append(NOTHING, 0, out);
            }
        }

        /** Every group has a space before it, which the first one of all does not need. */
        private static void append(byte[] text, int from, Target out) {
            out.append(text, from, text.length);
        }

        private ArchGroup.Name name(FixedBlock block) {
            ArchGroup.Name known = nameOf.get(block);
            if (known == null) {
                ArchGroup.Name name = Arch.name(block);
                known = names.computeIfAbsent(name, fresh -> fresh);
                nameOf.put(block, known);
            }
            return known;
        }
    }
}
