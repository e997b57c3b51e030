package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Place;
import dev.rfsweep.internal.notation.source.SourceText;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.Written;
import dev.rfsweep.internal.space.Input;
import dev.rfsweep.internal.space.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads search spaces. */
public final class SpecParser {

    private static final Input LINE_INPUT = new Input(2, List.of(), Input.DEFAULT_CHANNELS);

    private SpecParser() {}

    /**
     * Reads a file: JSON when its name ends in {@code .json}, otherwise YAML, of which JSON is a part.
     *
     * @throws dev.rfsweep.internal.notation.source.SpecException when it does not describe a space
     */
    public static Spec file(Path path) throws IOException {
        return file(path, GivenInput.NONE);
    }

    /** The same with {@code given} in place of the input that the file describes. */
    public static Spec file(Path path, GivenInput given) throws IOException {
        boolean json = path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return text(path.toString(), SourceText.read(path), json, given);
    }

    /**
     * Reads YAML, of which JSON is a part, from a stream, and no more of it than a space may have.
     *
     * @param source what errors call it
     * @param given in place of the input that the text describes
     * @throws dev.rfsweep.internal.notation.source.SpecException when it does not describe a space
     */
    public static Spec stream(String source, InputStream in, GivenInput given) throws IOException {
        return text(source, SourceText.read(source, in), false, given);
    }

    /**
     * Reads the text of a file.
     *
     * @param source what errors call the text
     * @param yamlOrJson the text
     * @param json whether it must be JSON
     * @throws dev.rfsweep.internal.notation.source.SpecException when it does not describe a space
     */
    public static Spec text(String source, String yamlOrJson, boolean json) {
        return text(source, yamlOrJson, json, GivenInput.NONE);
    }

    /** The same with {@code given} in place of the input that the text describes. */
    public static Spec text(String source, String yamlOrJson, boolean json, GivenInput given) {
        return FileReader.read(TreeReader.read(source, SourceText.check(source, yamlOrJson, json), json), given);
    }

    /**
     * Reads stages in one line, separated by spaces or semicolons, over two axes of unknown size. Errors call it
     * {@code <space>}.
     *
     * @throws dev.rfsweep.internal.notation.source.SpecException when it does not describe a space
     */
    public static Spec line(String oneLine) {
        return line(oneLine, GivenInput.NONE);
    }

    /** The same over the input that {@code given} describes. */
    public static Spec line(String oneLine, GivenInput given) {
        Input input = given.over(LINE_INPUT, false);
        Span line = Span.of(SourceText.check("<space>", oneLine, true), new Place("<space>", 1, 1));
        Written written = new Written();
        List<Node> stages = new StageText(input.rank(), written).stages(line);
        if (stages.isEmpty()) {
            throw line.strip().fail("expected stages such as cn_k3 mp_k2_s2");
        }
        return new Spec(Optional.empty(), FileReader.space(input, stages, written, line.place()), List.of());
    }
}
