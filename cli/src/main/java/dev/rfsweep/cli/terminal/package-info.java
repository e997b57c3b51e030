/**
 * What a run is connected to: streams, colours, the progress bar, Ctrl-C and the exit code.
 *
 * <p>Start at {@link dev.rfsweep.cli.terminal.Console}. Imports nothing of the other packages.
 */
package dev.rfsweep.cli.terminal;
