/**
 * One concrete network: operators, how they are put together, and what each of them does to shapes and costs.
 *
 * <p>Start at {@link dev.rfsweep.internal.net.Operator}: each kind says by itself how its output shape, its weights, multiply-adds
 * and activations and its reads along an axis follow from the shapes of its inputs. A {@link dev.rfsweep.internal.net.Fragment} puts
 * operators in a row or side by side, and a {@link dev.rfsweep.internal.net.Network} is a row of fragments over an input. Its flat
 * graph, {@link dev.rfsweep.internal.net.Network#nodes()}, is a view of that tree.
 *
 * <p>Whoever treats kinds of operator differently does so with a visitor, which the compiler keeps complete.
 * May import {@code model}.
 */
package dev.rfsweep.internal.net;
