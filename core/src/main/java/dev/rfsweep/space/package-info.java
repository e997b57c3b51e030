/**
 * What can be chosen: the grammar of a search space, its variants and their ids.
 *
 * <p>A {@link dev.rfsweep.space.Space} is a tree of {@link dev.rfsweep.space.Node}s over
 * {@link dev.rfsweep.space.Block}s, whose {@link dev.rfsweep.space.Choice}s list the values a key may take. Its
 * variants are the paths of an acyclic {@link dev.rfsweep.space.Automaton}: that one structure counts them, ranks and
 * unranks them (a variant's id is its rank), and is what the engine compiles. A
 * {@link dev.rfsweep.space.FixedBlock} is a block with every choice made; {@link dev.rfsweep.space.Lowering} turns it
 * into a fragment of a network.
 *
 * <p>Knows nothing of text, files or arrays. May import {@code model}, {@code net} and {@code paths}.
 */
package dev.rfsweep.space;
