package dev.rfsweep.internal.report.scene;

import dev.rfsweep.internal.analysis.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the layers of a picture are called: as their nodes, without what repeats. Exporters write
 * {@code /model/layer1/layer1.0/conv1/Conv} where {@code layer1.0/conv1} says as much, and leave many names out altogether.
 */
public final class LayerNames {

    /** A number, with one letter at most: exporters count tensors. */
    private static final Pattern COUNTED = Pattern.compile("[A-Za-z]?_?\\d+");

    private static final Pattern ENDS = Pattern.compile("[/.:]");

    /** Longer names are cut on the page. */
    private static final int SHORT = 12;

    private final Trunk trunk;

    private final Map<Tensor, String> numbered;

    private LayerNames(List<Tensor> tensors, Trunk trunk) {
        this.trunk = trunk;
        this.numbered = numbered(tensors);
    }

    /**
     * What pictures call the tensors that have no name but a number: {@code Conv 12} is the twelfth of its operator among
     * {@code tensors}, all that a network has.
     */
    public static Map<Tensor, String> numbered(List<Tensor> tensors) {
        Map<String, Integer> counts = new HashMap<>();
        Map<Tensor, String> numbered = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            String op = tensor.label().op();
            int number = counts.merge(op, 1, Integer::sum);
            if (COUNTED.matcher(said(tensor)).matches()) {
                numbered.put(tensor, op + " " + number);
            }
        }
        return numbered;
    }

    /** A name for each of the layers of {@code trunk}, in their order. */
    public static List<String> of(List<Tensor> tensors, Trunk trunk) {
        LayerNames names = new LayerNames(tensors, trunk);
        List<String> all = new ArrayList<>();
        for (Tensor layer : trunk.layers()) {
            all.add(names.name(layer));
        }
        int common = common(all);
        all.replaceAll(name -> name.substring(common));
        return all;
    }

    /**
     * The most telling name: the tensor's own name, or that of what it reads in the same layer. Where none of them has one, the
     * operator at the beginning of the layer and its number: a convolution, rather than what is computed of each of its units.
     */
    private String name(Tensor layer) {
        Tensor first = layer;
        for (Tensor at = layer; trunk.sameLayer(at, layer); at = trunk.deepest(at)) {
            if (!numbered.containsKey(at)) {
                return said(at);
            }
            first = at;
        }
        return numbered.get(first);
    }

    private static String said(Tensor tensor) {
        String node = tensor.label().node();
        String op = "/" + tensor.label().op();
        if (node.isEmpty() || node.equals(op) || COUNTED.matcher(node).matches()) {
            return tensor.name();
        }
        return unrepeated(node.endsWith(op) ? node.substring(0, node.length() - op.length()) : node);
    }

    /** Without modules whose name the next one takes up: {@code layer1/layer1.0} is {@code layer1.0}. */
    private static String unrepeated(String path) {
        StringBuilder kept = new StringBuilder();
        String[] modules = path.split("/", -1);
        for (int i = 0; i < modules.length; i++) {
            boolean again = i + 1 < modules.length && modules[i + 1].startsWith(modules[i] + ".");
            if (!modules[i].isEmpty() && !again) {
                kept.append(kept.length() == 0 ? "" : "/").append(modules[i]);
            }
        }
        return kept.length() == 0 ? path : kept.toString();
    }

    /** Length of the beginning, up to the end of a module, that all names share; 0 where they are short as they are. */
    private static int common(List<String> names) {
        if (Set.copyOf(names).size() < 2 || names.stream().allMatch(name -> name.length() <= SHORT)) {
            return 0;
        }
        String first = names.get(0);
        int common = 0;
        Matcher ends = ENDS.matcher(first);
        while (ends.find() && names.stream().allMatch(name -> name.startsWith(first.substring(0, ends.end())))) {
            common = ends.end();
        }
        int cut = common;
        return names.stream().anyMatch(name -> name.length() == cut) ? 0 : common;
    }
}
