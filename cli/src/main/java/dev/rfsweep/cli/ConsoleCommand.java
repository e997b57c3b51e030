package dev.rfsweep.cli;

import dev.rfsweep.cli.terminal.Console;
import java.util.concurrent.Callable;

/** A command; the result is its exit code. */
abstract class ConsoleCommand implements Callable<Integer> {

    /** What the run is connected to; there before the arguments are parsed. */
    Console console;
}
