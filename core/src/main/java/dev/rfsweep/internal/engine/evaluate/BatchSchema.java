package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.trellis.Slot;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * What batches of an answer look like. Types follow from the whole space and the question's columns, never from the range of
 * ids: parts of one answer have equal schemas.
 *
 * @param types by column
 * @param metrics by column of a metric; columns that are not of a metric follow them
 * @param wide by column of a metric, whether its keys need {@code long}s
 * @param idType {@link ColumnType#LONG} when all ids of the space fit, otherwise {@link ColumnType#BIG}
 */
public record BatchSchema(List<ColumnType> types, List<Metric> metrics, List<Boolean> wide, ColumnType idType) {

    public BatchSchema {
        types = List.copyOf(types);
        metrics = List.copyOf(metrics);
        wide = List.copyOf(wide);
    }

    /** A column for each of {@code slots}; those that {@code trellis} knows no bounds of have {@code long}s. */
    static BatchSchema of(Trellis trellis, List<Slot> slots) {
        List<ColumnType> types = new ArrayList<>();
        List<Metric> metrics = new ArrayList<>();
        List<Boolean> wide = new ArrayList<>();
        for (Slot slot : slots) {
            int known = trellis.slots.indexOf(slot);
            boolean isWide = known < 0 || trellis.isWide(known);
            types.add(!slot.metric().isWhole() ? ColumnType.DOUBLE : isWide ? ColumnType.LONG : ColumnType.INT);
            metrics.add(slot.metric());
            wide.add(isWide);
        }
        return new BatchSchema(types, metrics, wide, trellis.graph().isNarrow() ? ColumnType.LONG : ColumnType.BIG);
    }

    /** With one more column, of numbers of any length. */
    BatchSchema withBig() {
        List<ColumnType> more = new ArrayList<>(types);
        more.add(ColumnType.BIG);
        return new BatchSchema(more, metrics, wide, idType);
    }
}
