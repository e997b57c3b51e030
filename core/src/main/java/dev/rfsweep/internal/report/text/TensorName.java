package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.analysis.Findings;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.notation.source.Nearest;
import dev.rfsweep.internal.report.scene.LayerNames;
import dev.rfsweep.model.RfsweepException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the tensor that a user means. */
public final class TensorName {

    /** Names that a message lists where more than one fits. */
    private static final int FEW = 3;

    private TensorName() {}

    /**
     * The tensor called {@code wanted}; nodes stand for the first tensor that they make. Where exporters gave no names, {@code
     * Conv 12} of pictures and tables is one, too.
     *
     * @param source what errors call the text
     * @throws RfsweepException when there is none, or more than one
     */
    public static Tensor find(String source, Findings model, String wanted) {
        Map<String, Tensor> named = named(model);
        Tensor exact = named.get(wanted);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<Tensor, String> numbered :
                LayerNames.numbered(model.graph().tensors()).entrySet()) {
            if (numbered.getValue().equals(wanted)) {
                return numbered.getKey();
            }
        }
        List<String> found = names(named, name -> name.endsWith(wanted) && startsWord(name, wanted));
        if (found.isEmpty()) {
            found = names(named, name -> name.endsWith(wanted));
        }
        if (wanted.isEmpty() || found.isEmpty()) {
            throw new RfsweepException(source + ": found '" + wanted + "', expected a tensor of " + model.name()
                    + Nearest.hint(wanted, near(named)));
        }
        if (found.stream().map(named::get).distinct().count() > 1) {
            throw new RfsweepException(
                    source + ": found '" + wanted + "', which " + found.size() + " names end with, such as "
                            + found.stream().limit(FEW).collect(Collectors.joining(", ")) + "; expected more of one");
        }
        return named.get(found.get(0));
    }

    /** By the names of tensors, then those of nodes. */
    private static Map<String, Tensor> named(Findings model) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        model.graph().tensors().forEach(tensor -> named.putIfAbsent(tensor.name(), tensor));
        model.layers().forEach(tensor -> named.putIfAbsent(tensor.label().node(), tensor));
        return named;
    }

    private static List<String> names(Map<String, Tensor> named, Predicate<String> fits) {
        return named.keySet().stream().filter(fits).toList();
    }

    /** Whether the end {@code tail} of {@code name} is not the rest of a longer word. */
    private static boolean startsWord(String name, String tail) {
        int before = name.length() - tail.length() - 1;
        return before < 0 || !Character.isLetterOrDigit(name.charAt(before));
    }

    /** Whole names, and the last words of those that are paths. */
    private static List<String> near(Map<String, Tensor> named) {
        List<String> near = new ArrayList<>(named.keySet());
        named.keySet()
                .forEach(name -> near.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1)));
        return near;
    }
}
