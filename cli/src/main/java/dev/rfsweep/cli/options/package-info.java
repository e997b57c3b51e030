/**
 * The options that commands share, and the questions they put.
 *
 * <p>Start at {@link dev.rfsweep.cli.options.QueryOptions}, which reads a space, a range of ids and conditions into an {@link
 * dev.rfsweep.cli.options.Asked}. {@link dev.rfsweep.cli.options.OutputOptions} and {@link dev.rfsweep.cli.options.ColumnOptions}
 * say where rows go and what they show, {@link dev.rfsweep.cli.options.ModelOptions} how one network is read. May import {@code
 * files} and {@code terminal}.
 */
package dev.rfsweep.cli.options;
