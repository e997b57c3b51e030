/**
 * The command line: parses arguments, calls core, prints.
 *
 * <p>Start at {@link dev.rfsweep.cli.Main}. A command is one class; options that several share are the classes named
 * {@code ...Options}. {@link dev.rfsweep.cli.Exit} says which exception ends with which code and is the only place that
 * does, {@link dev.rfsweep.cli.Destination} is the only one that knows files from standard output.
 */
package dev.rfsweep.cli;
