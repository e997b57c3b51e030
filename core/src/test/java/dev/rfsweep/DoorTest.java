package dev.rfsweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users of the library can name is theirs: no public signature of the door or of the vocabulary shows a type of a room. */
class DoorTest {

    private static final String INTERNAL = "dev.rfsweep.internal.";

    @Test
    void noPublicSignatureShowsAnInternalType() {
        List<Class<?>> types = new ArrayList<>(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.rfsweep").stream()
                        .filter(type ->
                                Set.of("dev.rfsweep", "dev.rfsweep.model").contains(type.getPackageName()))
                        .map(JavaClass::reflect)
                        .filter(DoorTest::visible)
                        .toList());
        assertThat(types).contains(Query.class, NetworkAnalysis.class, dev.rfsweep.model.AxisView.Phase.class);
        assertThat(types.stream().flatMap(type -> shown(type).stream())).isEmpty();
    }

    /** The test of the test: these are found. */
    @Test
    void whatIsShownIsFoundWhereverItStands() {
        assertThat(shown(Leaky.class))
                .hasSize(6)
                .allMatch(place -> place.startsWith("dev.rfsweep.DoorTest$Leaky") && place.contains(INTERNAL));
    }

    /** Shows the type of a room in every way there is. */
    public abstract static class Leaky implements Supplier<dev.rfsweep.internal.output.Bytes> {
        protected Leaky(dev.rfsweep.internal.output.Bytes parameter) {}

        public abstract List<? extends Set<dev.rfsweep.internal.output.Bytes[]>> typeArgument();

        public abstract <T extends dev.rfsweep.internal.output.Report> void bound(T report);

        public abstract void failing() throws dev.rfsweep.internal.notation.source.SpecException;

        public dev.rfsweep.internal.output.Screen field;

        abstract dev.rfsweep.internal.output.Bytes notPublic();
    }

    @Test
    void theReadmeImportsTheDoorAlone() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("..", "README.md")));
        assertThat(lines).anyMatch(line -> line.startsWith("import dev.rfsweep."));
        assertThat(lines).noneMatch(line -> line.contains("import " + INTERNAL));
    }

    private static boolean visible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || visible(type.getDeclaringClass()));
    }

    /** Places where {@code type} shows the type of a room. */
    private static List<String> shown(Class<?> type) {
        List<String> places = new ArrayList<>();
        Predicate<Integer> open = modifiers -> Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
        note(type.getName(), Stream.of(type.getGenericSuperclass()), places);
        note(type.getName(), Arrays.stream(type.getGenericInterfaces()), places);
        note(type.getName(), Arrays.stream(type.getTypeParameters()), places);
        for (Field field : type.getDeclaredFields()) {
            if (open.test(field.getModifiers())) {
                note(type.getName() + "." + field.getName(), Stream.of(field.getGenericType()), places);
            }
        }
        List<Executable> members = new ArrayList<>(List.of(type.getDeclaredConstructors()));
        members.addAll(List.of(type.getDeclaredMethods()));
        for (Executable member : members) {
            if (open.test(member.getModifiers()) && !member.isSynthetic()) {
                Type result = member instanceof Method method ? method.getGenericReturnType() : void.class;
                String name = member instanceof Constructor ? "new" : member.getName();
                note(
                        type.getName() + "." + name,
                        Stream.of(
                                        Stream.of(result),
                                        Arrays.stream(member.getGenericParameterTypes()),
                                        Arrays.stream(member.getGenericExceptionTypes()),
                                        Arrays.stream(member.getTypeParameters()))
                                .flatMap(types -> types),
                        places);
            }
        }
        return places;
    }

    private static void note(String place, Stream<? extends Type> types, List<String> places) {
        Set<String> rooms = new TreeSet<>();
        types.forEach(type -> collect(type, rooms));
        if (!rooms.isEmpty()) {
            places.add(place + " shows " + rooms);
        }
    }

    private static void collect(Type type, Set<String> rooms) {
        if (type instanceof Class<?> plain) {
            Class<?> element = plain.isArray() ? plain.getComponentType() : plain;
            if (element.getName().startsWith(INTERNAL)) {
                rooms.add(element.getName());
            }
        } else if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), rooms);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, rooms));
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), rooms);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
                    .flatMap(Arrays::stream)
                    .forEach(bound -> collect(bound, rooms));
        } else if (type instanceof TypeVariable<?> variable) {
            // A bound that names the variable again has been seen by then.
            Arrays.stream(variable.getBounds())
                    .filter(bound -> !bound.getTypeName().contains("<" + variable.getName() + ">"))
                    .forEach(bound -> collect(bound, rooms));
        }
    }
}
