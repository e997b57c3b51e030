package dev.rfsweep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a command reads. No output may take the place of one. */
record InputFiles(List<Path> files) {

    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    InputFiles {
        files = List.copyOf(files);
    }

    /** Of spaces and models as the user gives them, of which many are no files. */
    static InputFiles of(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            try {
                Path path = argument.equals("-") ? STANDARD_INPUT : Path.of(argument);
                if (Files.isRegularFile(path)) { // a terminal or a pipe may well be both input and output
                    files.add(path.toRealPath());
                }
            } catch (InvalidPathException | IOException noFile) {
                // Reading it tells what is wrong, if anything is.
            }
        }
        return new InputFiles(files);
    }

    /**
     * @param option where {@code output} comes from
     * @throws BadInputException when {@code output} is one of these, also through links
     */
    void refuse(String option, Path output) throws WriteException {
        refuse(option, output, "is also read by this command");
    }

    void refuse(String option, Path output, String why) throws WriteException {
        try {
            Target target = Target.of(output);
            for (Path file : files) {
                if (target.isSame(Target.of(file))) {
                    throw new BadInputException(
                            option + ": found '" + output + "', which " + why + "; expected another file");
                }
            }
        } catch (IOException failure) {
            throw new WriteException(output.toString(), failure);
        }
    }
}
