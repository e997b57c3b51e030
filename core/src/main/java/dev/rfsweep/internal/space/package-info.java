/**
 * What can be chosen: the grammar of a search space, its variants and their ids.
 *
 * <p>A {@link dev.rfsweep.internal.space.Space} is a tree of {@link dev.rfsweep.internal.space.Node}s over
 * {@link dev.rfsweep.internal.space.Block}s, whose {@link dev.rfsweep.internal.space.Choice}s list the values a key may take. Its
 * variants are the paths of an acyclic {@link dev.rfsweep.internal.space.Automaton}: that one structure counts them, ranks and
 * unranks them (a variant's id is its rank), and is what the engine compiles. A
 * {@link dev.rfsweep.internal.space.FixedBlock} is a block with every choice made; {@link dev.rfsweep.internal.space.Lowering} turns it
 * into a fragment of a network.
 *
 * <p>Knows nothing of text, files or arrays. May import {@code model}, {@code net} and {@code paths}.
 */
package dev.rfsweep.internal.space;
