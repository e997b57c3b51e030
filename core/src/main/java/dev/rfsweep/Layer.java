package dev.rfsweep;

import dev.rfsweep.model.AxisView;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one operator of a network computes from the input, and what its units see.
 *
 * @param name of the tensor that it computes
 * @param node of the operator
 * @param operator its kind, such as {@code Conv}
 * @param size units along every spatial axis; empty where their number is not known
 * @param axes what units see, axis by axis
 * @param remarks what there is to say about it
 */
public record Layer(
        String name, String node, String operator, List<OptionalLong> size, List<AxisView> axes, List<String> remarks) {

    public Layer {
        size = List.copyOf(size);
        axes = List.copyOf(axes);
        remarks = List.copyOf(remarks);
    }
}
