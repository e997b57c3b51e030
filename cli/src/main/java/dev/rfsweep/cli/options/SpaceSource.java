package dev.rfsweep.cli.options;

import dev.rfsweep.cli.files.WriteException;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.internal.notation.GivenInput;
import dev.rfsweep.internal.notation.Spec;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.onnx.Framework;
import dev.rfsweep.model.RfsweepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a space is written: a file, standard input or one line.
 *
 * @param text as the user gave it
 */
public record SpaceSource(String text) {

    /** The space, with {@code given} in place of the input that it describes. */
    Spec read(Console console, GivenInput given) {
        try {
            if (text.equals("-")) {
                return SpecParser.stream("<stdin>", console.in(), given);
            }
            if (isOnnx()) {
                throw new RfsweepException(text + " is one network, not a space; 'rfsweep analyze' reads ONNX files");
            }
            if (Framework.of(text).isPresent()) {
                throw new RfsweepException(
                        text + " is one network, not a space; 'rfsweep analyze' tells how to convert it");
            }
            Optional<Path> file = file();
            return file.isPresent() ? SpecParser.file(file.get(), given) : SpecParser.line(text, given);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Whether this names an ONNX file. */
    boolean isOnnx() {
        return text.toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /** The existing file that this names; empty when it is a space in one line. */
    public Optional<Path> file() {
        Path path;
        try {
            path = Path.of(text);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
        if (Files.isDirectory(path) && !text.isEmpty()) {
            throw new RfsweepException(text + " is a directory; expected a file or stages in one line");
        }
        if (!Files.exists(path) && looksLikeFile()) {
            throw new RfsweepException("no such file: " + text);
        }
        return Files.exists(path) && !text.isEmpty() ? Optional.of(path) : Optional.empty();
    }

    RfsweepException unreadable(IOException failure) {
        return new RfsweepException("could not read " + text + ": " + WriteException.problem(failure));
    }

    /** Whether the text can only be the name of a file: stages in one line never look like this. */
    private boolean looksLikeFile() {
        String lower = text.toLowerCase(Locale.ROOT);
        return isOnnx()
                || lower.indexOf('/') >= 0
                || lower.endsWith(".yaml")
                || lower.endsWith(".yml")
                || lower.endsWith(".json");
    }
}
