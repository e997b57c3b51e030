package dev.rfsweep.internal.notation.arch;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Some neighbouring blocks of a variant as text, group by group. What joining looks at for every row lies in the object itself:
 * a sweep goes through thousands of parts again and again, and memory is what it waits for.
 */
final class ArchPart {

    /** The groups, every one with a space before it. */
    final byte[] text;

    private final ArchGroup.Name firstName;
    private final int firstRepeats;

    /** Whether the first block is a later repeat, which may belong to the last group of what comes before. */
    private final boolean continues;

    private final ArchGroup last;
    private final List<ArchGroup> groups;

    /** Where each group starts in {@link #text}, its space included. */
    private final int[] starts;

    ArchPart(List<ArchGroup> groups, boolean continues) {
        StringBuilder out = new StringBuilder(24 * groups.size());
        this.groups = List.copyOf(groups);
        this.continues = continues;
        this.starts = new int[groups.size()];
        for (int at = 0; at < starts.length; at++) {
            starts[at] = out.length();
            out.append(' ');
            groups.get(at).write(out);
        }
        this.text = out.toString().getBytes(StandardCharsets.US_ASCII);
        this.firstName = starts.length == 0 ? null : groups.get(0).name();
        this.firstRepeats = starts.length == 0 ? 0 : groups.get(0).repeats();
        this.last = starts.length == 0 ? null : groups.get(starts.length - 1);
    }

    /** Whether a group of this part goes on in {@code behind}. */
    @SuppressWarnings("ReferenceEquality") // names are interned
    boolean mergesWith(ArchPart behind) {
        return last != null
                && behind.firstName != null
                && ((last.name() == behind.firstName && last.repeats() == behind.firstRepeats)
                        || (behind.continues && last.isRepeat(behind.firstName)));
    }

    /**
     * The groups around the seam between this part and {@code behind} put together anew, two on either side: a run that grew may
     * equal its neighbours. The groups before {@link #kept} and from {@link #taken} of {@code behind} on stay as they are.
     */
    ArchPart seam(ArchPart behind) {
        ArchGroups seam = new ArchGroups();
        for (int at = kept(); at < starts.length - 1; at++) {
            seam.add(groups.get(at));
        }
        seam.addOpen(last);
        seam.addBehind(behind.groups.get(0), behind.continues);
        for (int at = 1; at < behind.taken(); at++) {
            seam.add(behind.groups.get(at));
        }
        return new ArchPart(seam.groups(), false);
    }

    /** Length of the text that a seam behind leaves as it is. */
    int keptLength() {
        return starts[kept()];
    }

    /** Where the text starts that a seam before leaves as it is. */
    int restStart() {
        return taken() < starts.length ? starts[taken()] : text.length;
    }

    private int kept() {
        return Math.max(starts.length - 2, 0);
    }

    private int taken() {
        return Math.min(starts.length, 2);
    }
}
