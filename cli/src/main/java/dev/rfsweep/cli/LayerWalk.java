package dev.rfsweep.cli;

import dev.rfsweep.model.AxisField;
import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Network;
import dev.rfsweep.model.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Walks a network from its input on and notes what is known behind each layer. */
final class LayerWalk {

    private final List<LayerRow> rows;
    private List<AxisField> fields;
    private List<Long> size;
    private long channels;

    private LayerWalk(List<LayerRow> rows, List<AxisField> fields, List<Long> size, long channels) {
        this.rows = rows;
        this.fields = fields;
        this.size = size;
        this.channels = channels;
    }

    static List<LayerRow> rows(Network network) {
        List<LayerRow> rows = new ArrayList<>();
        List<Long> size = network.size().stream().map(Integer::longValue).toList();
        new LayerWalk(rows, identity(network.rank()), size, network.channels()).all(network.layers());
        return rows;
    }

    private static List<AxisField> identity(int rank) {
        return Collections.nCopies(rank, AxisField.IDENTITY);
    }

    private void all(List<Layer> layers) {
        layers.forEach(this::layer);
    }

    private void layer(Layer layer) {
        if (layer instanceof Layer.Conv conv) {
            String op =
                    conv.groups() == 1 ? "conv" : conv.groups() == channels ? "depthwise" : "conv g" + conv.groups();
            channels = conv.channels();
            window(op, conv.windows());
        } else if (layer instanceof Layer.Pool pool) {
            window(pool.kind() == Layer.Pool.Kind.MAX ? "max pool" : "average pool", pool.windows());
        } else if (layer instanceof Layer.Gate gate) {
            note("gate " + gate.hidden());
        } else if (layer instanceof Layer.Residual residual) {
            residual(residual);
        } else if (layer instanceof Layer.GlobalPool) {
            size = size.stream().map(any -> 1L).toList();
            note("global pool");
        } else if (layer instanceof Layer.Dense dense) {
            size = List.of();
            channels = dense.channels();
            note("dense");
        }
    }

    private void window(String op, List<Window> windows) {
        fields = then(windowFields(windows));
        size = out(windows);
        rows.add(new LayerRow(
                op,
                windows.stream().map(Window::kernel).toList(),
                windows.stream().map(Window::stride).toList(),
                windows.stream().map(Window::dilation).toList(),
                size,
                channels,
                fields.stream().map(AxisField::receptiveField).toList(),
                fields.stream().map(AxisField::stride).toList()));
    }

    /** The shortcut reads one pixel beside the trunk, so the trunk is walked a second time on its own to take the hull. */
    private void residual(Layer.Residual residual) {
        List<AxisField> before = fields;
        LayerWalk alone = new LayerWalk(new ArrayList<>(), identity(before.size()), size, channels);
        alone.all(residual.trunk());
        all(residual.trunk());
        fields = before;
        fields = then(alone.fields.stream().map(AxisField::orPixel).toList());
        rows.add(new LayerRow(
                residual.projection() == null ? "add" : "add projected",
                List.of(),
                List.of(),
                List.of(),
                size,
                channels,
                fields.stream().map(AxisField::receptiveField).toList(),
                fields.stream().map(AxisField::stride).toList()));
    }

    private void note(String op) {
        rows.add(new LayerRow(op, List.of(), List.of(), List.of(), size, channels, List.of(), List.of()));
    }

    private List<AxisField> then(List<AxisField> next) {
        List<AxisField> composed = new ArrayList<>();
        for (int axis = 0; axis < next.size(); axis++) {
            composed.add(fields.get(axis).then(next.get(axis)));
        }
        return composed;
    }

    private List<AxisField> windowFields(List<Window> windows) {
        List<AxisField> next = new ArrayList<>();
        for (int axis = 0; axis < windows.size(); axis++) {
            next.add(windows.get(axis).field(size.isEmpty() ? 1 : size.get(axis)));
        }
        return next;
    }

    private List<Long> out(List<Window> windows) {
        List<Long> out = new ArrayList<>();
        for (int axis = 0; axis < size.size(); axis++) {
            out.add(windows.get(axis).out(size.get(axis)));
        }
        return out;
    }
}
