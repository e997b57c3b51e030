package dev.rfsweep.cli;

import dev.rfsweep.spec.Spec;
import dev.rfsweep.spec.SpecParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The space a command is about: a file, standard input or one line. */
final class SpaceArgument {

    @Parameters(
            index = "0",
            paramLabel = "SPACE",
            description = "A file (YAML or JSON), - for YAML on standard input, or stages in one line.")
    private String text;

    Spec read(Console console) {
        try {
            if (text.equals("-")) {
                return SpecParser.text("<stdin>", utf8(console.in().readAllBytes()), false);
            }
            Optional<Path> file = file();
            return file.isPresent() ? SpecParser.file(file.get()) : SpecParser.line(text);
        } catch (CharacterCodingException failure) {
            throw new BadInputException("could not read " + text + ": not UTF-8 text");
        } catch (AccessDeniedException failure) {
            throw new BadInputException("could not read " + text + ": permission denied");
        } catch (IOException failure) {
            throw new BadInputException("could not read " + text + ": " + failure.getMessage());
        }
    }

    private Optional<Path> file() {
        Path path;
        try {
            path = Path.of(text);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
        if (Files.isDirectory(path) && !text.isEmpty()) {
            throw new BadInputException(text + " is a directory; expected a file or stages in one line");
        }
        if (!Files.exists(path) && looksLikeFile()) {
            throw new BadInputException("no such file: " + text);
        }
        return Files.exists(path) && !text.isEmpty() ? Optional.of(path) : Optional.empty();
    }

    /** Nothing in the notation of stages reads like this. */
    private boolean looksLikeFile() {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.indexOf('/') >= 0 || lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
