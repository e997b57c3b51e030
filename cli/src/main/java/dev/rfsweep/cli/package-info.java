/**
 * The command line: parses arguments, calls core, and picks streams and exit codes.
 *
 * <p>Start at {@link dev.rfsweep.cli.Main}. A command is one class, which extends {@code ConsoleCommand}; options that several
 * share are in {@link dev.rfsweep.cli.options}. {@code Failure} says which exception ends with which code and is the only place
 * that does. Tables and JSON are written by core: a command hands on a {@link dev.rfsweep.internal.output.Report}, or rows.
 *
 * <p>May import {@link dev.rfsweep.cli.options}, {@link dev.rfsweep.cli.files} and {@link dev.rfsweep.cli.terminal}, in this order
 * from the top down, as {@code CliLayeringTest} checks.
 */
package dev.rfsweep.cli;
