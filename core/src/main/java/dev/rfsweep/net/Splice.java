package dev.rfsweep.net;

import java.util.List;

/** Adds a fragment to a row: a chain part by part, anything else as it is. */
record Splice(List<Fragment> row) implements Fragment.Visitor<Void> {

    @Override
    public Void single(Fragment.Single fragment) {
        row.add(fragment);
        return null;
    }

    @Override
    public Void chain(Fragment.Chain fragment) {
        row.addAll(fragment.parts());
        return null;
    }

    @Override
    public Void branches(Fragment.Branches fragment) {
        row.add(fragment);
        return null;
    }
}
