package dev.rfsweep.internal.onnx.wire;

import dev.rfsweep.model.Size;
import java.util.List;

/**
 * What a file says about a tensor.
 *
 * @param dims its dimensions, or null when the file does not even tell how many
 * @param type type of its elements, {@link DataType#OTHER} also where the file does not tell
 */
public record ValueInfo(String name, List<Dim> dims, DataType type) {

    /**
     * One dimension.
     *
     * @param size {@link Size#UNKNOWN} where the file leaves it open
     * @param symbol name of an open one, may be empty
     */
    public record Dim(long size, String symbol) {}
}
