package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.onnx.call.Operand;
import java.util.HashMap;
import java.util.Map;

/** Names and what they stand for; a branch sees those of the graph around it. */
final class SymbolTable {

    private final SymbolTable outer;
    private final Map<String, Operand> operands = new HashMap<>();

    SymbolTable(SymbolTable outer) {
        this.outer = outer;
    }

    /** What {@code name} stands for, or null. */
    Operand find(String name) {
        Operand found = operands.get(name);
        return found == null && outer != null ? outer.find(name) : found;
    }

    /** False if this scope has the name already. */
    boolean define(String name, Operand operand) {
        return operands.putIfAbsent(name, operand) == null;
    }
}
