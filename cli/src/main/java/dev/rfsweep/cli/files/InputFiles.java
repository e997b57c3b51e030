package dev.rfsweep.cli.files;

import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a command reads. No output may take the place of one. */
public record InputFiles(List<Path> files) {

    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    public InputFiles {
        files = List.copyOf(files);
    }

    /** The files among arguments that may also be stages in one line or {@code -}. */
    public static InputFiles of(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            try {
                Path path = argument.equals("-") ? STANDARD_INPUT : Path.of(argument);
                if (Files.isRegularFile(path)) { // a terminal or a pipe may be both input and output
                    files.add(path.toRealPath());
                }
            } catch (InvalidPathException | IOException noFile) {
                // If something is wrong with it, reading it reports that.
            }
        }
        return new InputFiles(files);
    }

    /**
     * Makes sure that {@code output} is none of these.
     *
     * @param option where {@code output} comes from
     * @throws RfsweepException when {@code output} is one of these, also through links
     */
    public void refuse(String option, Path output) throws WriteException {
        refuse(option, output, "is also read by this command");
    }

    public void refuse(String option, Path output, String why) throws WriteException {
        try {
            Target target = Target.of(output);
            for (Path file : files) {
                if (target.isSame(Target.of(file))) {
                    throw new RfsweepException(
                            option + ": found '" + output + "', which " + why + "; expected another file");
                }
            }
        } catch (IOException failure) {
            throw new WriteException(output.toString(), failure);
        }
    }
}
