package dev.rfsweep.cli;

import dev.rfsweep.cli.options.OutputOptions;
import dev.rfsweep.cli.options.QueryOptions;
import picocli.CommandLine.Mixin;

/** A command whose answer is rows. */
abstract class RowCommand extends ConsoleCommand {

    @Mixin
    final QueryOptions options = new QueryOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();
}
