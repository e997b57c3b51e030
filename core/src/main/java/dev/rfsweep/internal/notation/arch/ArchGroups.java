package dev.rfsweep.internal.notation.arch;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts blocks, and groups of blocks, together to the fewest groups: later repeats first go to the run before them, then equal runs
 * are counted as copies.
 */
final class ArchGroups {

    private final List<ArchGroup> groups = new ArrayList<>();

    /** The run that may still grow, a group of one copy; null before the first block. */
    private ArchGroup open;

    /** Adds a block; {@code first} tells that it is not a later repeat. */
    void add(ArchGroup.Name name, boolean first) {
        if (open != null && !first && open.isRepeat(name)) {
            open = new ArchGroup(open.name(), open.repeats() + 1, 1);
        } else {
            close();
            open = new ArchGroup(name, 1, 1);
        }
    }

    /** Adds a group whose runs are whole. */
    void add(ArchGroup group) {
        close();
        addCopies(group);
    }

    /** Adds a group of what follows a seam, whose first run may go on with the open one. */
    void addBehind(ArchGroup group, boolean continues) {
        if (continues && open != null && open.isRepeat(group.name())) {
            open = new ArchGroup(open.name(), open.repeats() + group.repeats(), 1);
            close();
            if (group.copies() > 1) {
                add(group.withCopies(group.copies() - 1));
            }
        } else {
            add(group);
        }
    }

    /** Adds a group whose last run is left open. */
    void addOpen(ArchGroup group) {
        if (group.copies() > 1) {
            add(group.withCopies(group.copies() - 1));
        }
        close();
        open = group.withCopies(1);
    }

    List<ArchGroup> groups() {
        close();
        return groups;
    }

    private void close() {
        if (open != null) {
            addCopies(open);
            open = null;
        }
    }

    private void addCopies(ArchGroup group) {
        int last = groups.size() - 1;
        if (last >= 0 && groups.get(last).isCopy(group)) {
            groups.set(last, group.withCopies(groups.get(last).copies() + group.copies()));
        } else {
            groups.add(group);
        }
    }
}
