package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.VariantText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the variants of a block: the prefix is written once, the suffixes once for all blocks that share a suffix table, and a
 * row only joins the two. The scratch of one worker.
 *
 * @param <P> the parts that texts are joined from
 */
final class PathText<P> implements Batch.Texts {

    private final SuffixTexts<P> suffixes;
    private final VariantText.Writer<P> writer;
    private final Cursor cursor;
    private P prefix;
    private int node;

    private PathText(SuffixTexts<P> suffixes, Cursor cursor) {
        this.suffixes = suffixes;
        this.writer = suffixes.text().writer();
        this.cursor = cursor;
    }

    static <P> PathText<P> of(SuffixTexts<P> suffixes, Cursor cursor) {
        return new PathText<>(suffixes, cursor);
    }

    /** The cursor stands in front of another block. */
    void enter() {
        prefix = null;
    }

    /** Appends the text of row {@code row} of the suffix table at hand. */
    @Override
    public void append(int row, VariantText.Target out) {
        if (prefix == null) {
            List<FixedBlock> blocks = new ArrayList<>();
            cursor.prefix(suffixes.collect(blocks));
            prefix = writer.part(blocks);
            node = cursor.node();
        }
        P suffix = suffixes.known(node, row);
        if (suffix == null) {
            List<FixedBlock> blocks = new ArrayList<>();
            suffixes.graph().follow(node, BigInteger.valueOf(row), any -> false, suffixes.collect(blocks));
            suffix = writer.part(blocks);
            suffixes.keep(node, row, suffix);
        }
        writer.join(prefix, suffix, out);
    }
}
