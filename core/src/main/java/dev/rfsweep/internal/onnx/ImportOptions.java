package dev.rfsweep.internal.onnx;

import java.util.List;
import java.util.Map;

/**
 * What the user says about a file beyond what it says itself.
 *
 * @param size sizes of the spatial axes of the input, in array order, or one for all, in place of those in the file;
 *     empty to keep them
 * @param input name of the input that fields are measured in, empty for the first that is a map
 * @param layout where the spatial axes of the input are
 * @param assumptions what operators do, by name of a node, of its output, or of the operator
 */
public record ImportOptions(List<Long> size, String input, Layout layout, Map<String, Assumption> assumptions) {

    /** Everything as the file says it. */
    public static final ImportOptions NONE = new ImportOptions(List.of(), "", Layout.AUTO, Map.of());

    public ImportOptions {
        size = List.copyOf(size);
        assumptions = Map.copyOf(assumptions);
    }

    /** These options with other sizes. */
    public ImportOptions withSize(List<Long> newSize) {
        return new ImportOptions(newSize, input, layout, assumptions);
    }

    /** These options with other assumptions. */
    public ImportOptions withAssumptions(Map<String, Assumption> newAssumptions) {
        return new ImportOptions(size, input, layout, newAssumptions);
    }
}
