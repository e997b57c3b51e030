/**
 * What becomes of batches: folds such as the extremes, a histogram or the best few, and the ports for a fold
 * ({@link dev.rfsweep.internal.engine.sink.Sink}) and for rows in order ({@link dev.rfsweep.internal.engine.sink.RowEncoder}) that others implement.
 */
package dev.rfsweep.internal.engine.sink;
