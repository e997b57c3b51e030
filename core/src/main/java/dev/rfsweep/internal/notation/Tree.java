package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Nearest;
import dev.rfsweep.internal.notation.source.Place;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.SpecException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A YAML or JSON document: scalars by their text, everything with its position. */
sealed interface Tree {

    Place place();

    /** An error at this piece of the document. */
    SpecException fail(String problem);

    /** A scalar, whatever type YAML thinks it has; empty when it is null. */
    record Text(Span span) implements Tree {
        @Override
        public Place place() {
            return span.place();
        }

        @Override
        public SpecException fail(String problem) {
            return span.fail(problem);
        }
    }

    /** A list. */
    record Items(Place place, List<Tree> items) implements Tree {
        @Override
        public SpecException fail(String problem) {
            return new SpecException(place, (items.isEmpty() ? "found an empty list, " : "found a list, ") + problem);
        }
    }

    /** A map, in written order, no key twice. */
    record Fields(Place place, List<Field> fields) implements Tree {
        Optional<Tree> get(String name) {
            return fields.stream()
                    .filter(field -> field.name().text().equals(name))
                    .map(Field::value)
                    .findFirst();
        }

        /** Refuses every key that is not one of {@code known}. */
        Fields only(Collection<String> known) {
            for (Field field : fields) {
                String name = field.name().text();
                if (!known.contains(name)) {
                    String expected = known.size() == 1 ? "expected only " : "expected one of ";
                    throw field.name().fail(expected + String.join(", ", known) + Nearest.hint(name, known));
                }
            }
            return this;
        }

        @Override
        public SpecException fail(String problem) {
            return new SpecException(place, (fields.isEmpty() ? "found an empty map, " : "found a map, ") + problem);
        }
    }

    /** One entry of a map. */
    record Field(Span name, Tree value) {}

    /** This piece as a scalar. */
    default Span text(String expected) {
        if (this instanceof Text text) {
            return text.span();
        }
        throw fail("expected " + expected);
    }

    /** This piece as a map. */
    default Fields fields(String expected) {
        if (this instanceof Fields fields) {
            return fields;
        }
        throw fail("expected " + expected);
    }

    /** This piece as a list that is not empty. */
    default List<Tree> items(String expected) {
        if (this instanceof Items items && !items.items().isEmpty()) {
            return items.items();
        }
        throw fail("expected " + expected);
    }
}
