package dev.rfsweep.internal.notation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.rfsweep.internal.notation.source.Lines;
import dev.rfsweep.internal.notation.source.Place;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.SpecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads YAML or JSON events into a {@link Tree}. */
final class TreeReader {

    /** Lists and maps inside each other; no sensible space needs more, and recursion must end. */
    private static final int MOST_DEPTH = 64;

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonFactory YAML = new YAMLFactory();

    private final String source;
    private final Lines lines;
    private final JsonParser parser;
    private int depth;

    private TreeReader(String source, String text, JsonParser parser) {
        this.source = source;
        this.lines = new Lines(source, text);
        this.parser = parser;
    }

    static Tree read(String source, String text, boolean json) {
        try (JsonParser parser = (json ? JSON : YAML).createParser(text)) {
            return new TreeReader(source, text, parser).document();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Tree document() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new SpecException(new Place(source, 1, 1), "found an empty document, expected a map with stages");
            }
            Tree tree = tree();
            if (parser.nextToken() != null) {
                throw new SpecException(place(), "found a second document, expected the end of the file");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        }
    }

    private Tree tree() throws IOException {
        refuseReferences();
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items();
            case VALUE_NULL -> new Tree.Text(Span.of("", place()));
            default -> new Tree.Text(lines.span(parser.getText(), place()));
        };
    }

    private Tree items() throws IOException {
        Place place = deeper();
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(tree());
        }
        depth--;
        return new Tree.Items(place, items);
    }

    private Tree fields() throws IOException {
        Place place = deeper();
        List<Tree.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            refuseReferences();
            Span name = lines.span(parser.currentName(), place());
            if (!names.add(name.text())) {
                throw name.fail("which is already there; expected every key once");
            }
            parser.nextToken();
            fields.add(new Tree.Field(name, tree()));
        }
        depth--;
        return new Tree.Fields(place, fields);
    }

    private Place deeper() {
        if (++depth > MOST_DEPTH) {
            throw new SpecException(
                    place(), "found more than " + MOST_DEPTH + " lists and maps inside each other, expected fewer");
        }
        return place();
    }

    /** A reader who follows them would count one stage twice; a space that repeats says so with {@code repeat}. */
    private void refuseReferences() throws IOException {
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
            throw new SpecException(
                    place(), "found a YAML anchor or alias, expected plain values; 'repeat' copies stages");
        }
        if (parser.getTypeId() != null) {
            throw new SpecException(place(), "found the YAML tag '" + parser.getTypeId() + "', expected plain values");
        }
    }

    /** The names of classes, methods and settings say nothing to a user. */
    private static String withoutClasses(String line) {
        return line.replaceFirst(": <org\\..*", "")
                .replaceAll("\\[Source:.*?; ", "[")
                .replaceAll(",? from `[^`]*`", "")
                .replaceAll(" \\(for [A-Za-z]+ starting at [^)]*\\)", "");
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private Place place(JsonLocation location) {
        return new Place(source, Math.max(location.getLineNr(), 1), Math.max(location.getColumnNr(), 1));
    }

    /** SnakeYAML's message has several lines; those that are not indented say what is wrong. */
    private SpecException malformed(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        Place place = location == null ? new Place(source, 1, 1) : place(location);
        String what = malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .map(TreeReader::withoutClasses)
                .collect(Collectors.joining(", "));
        return new SpecException(
                place, "found malformed " + (parser instanceof YAMLParser ? "YAML: " : "JSON: ") + what);
    }
}
