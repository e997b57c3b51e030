/**
 * Where output goes without ever leaving half a file behind.
 *
 * <p>Start at {@link dev.rfsweep.cli.files.Destination}, the only class that tells files from standard output. A {@code PartFile}
 * is what a new file is until it is complete, a {@code Target} what the name of an output means, {@link
 * dev.rfsweep.cli.files.InputFiles} are those that no output may replace. May import {@code terminal}.
 */
package dev.rfsweep.cli.files;
