package dev.rfsweep.model;

/**
 * What is missing where something is refused, and would be accepted once the user gives it. The message of a
 * {@link RfsweepException} says it in words; how it is given, as an option or as an argument, is for the caller to add.
 */
public sealed interface Remedy {

    /** The size of the network's input. */
    record InputSize() implements Remedy {}

    /** {@code input.size} in the file of a space. */
    record SpaceInputSize() implements Remedy {}

    /**
     * What an operator does that is not known.
     *
     * @param name name of the node or, where it has none, its type
     * @param type name of the operator, to mean all nodes of its kind
     */
    record OperatorMeaning(String name, String type) implements Remedy {}
}
