package dev.rfsweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may import whom: the rooms of the library, one row each. A room that is not built yet has no classes to check. */
class LayeringTest {

    /** The package above the rooms, for users of the library: it may import all of them, and none of them it. */
    private static final String DOOR = "dev.rfsweep";

    private static final String FASTUTIL = "it.unimi.dsi.fastutil..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String PROTOBUF = "com.google.protobuf..";
    private static final String ARROW = "org.apache.arrow..";
    private static final String FLATBUFFERS = "com.google.flatbuffers..";

    /** Imported once: reading class files is the slow part. */
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rfsweep");

    /** A row names what a room may import besides itself and the JDK: other rooms, and packages of libraries. */
    enum Room {
        MODEL(),
        PATHS(FASTUTIL),
        NET("model"),
        SPACE("model", "paths", "net"),
        SPEC("model", "net", "space", FASTUTIL, JACKSON),
        REFERENCE("model", "net"),
        ENGINE("model", "paths", "net", "space", FASTUTIL),
        QUERY("model", "paths", "space", "engine", FASTUTIL),
        EMIT("model", "net"),
        NETWORK("model", "net", FASTUTIL),
        ONNX("model", "network", FASTUTIL, PROTOBUF),
        OUTPUT("model", "space", "engine", FASTUTIL, JACKSON, ARROW, FLATBUFFERS),
        REPORT("model", "query", "network", FASTUTIL);

        private final String row;

        Room(String... row) {
            this.row = String.join(" ", row);
        }

        String inside() {
            return inside(name().toLowerCase(Locale.ROOT));
        }

        String[] mayImport() {
            Stream<String> named =
                    row.isEmpty() ? Stream.empty() : Stream.of(row.split(" ")).map(Room::inside);
            return Stream.concat(Stream.of("java..", inside()), named).toArray(String[]::new);
        }

        /** The packages of a room; those of a library stand for themselves. */
        private static String inside(String name) {
            return name.endsWith("..") ? name : "dev.rfsweep." + name + "..";
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRoomImportsOnlyWhatItsRowNames(Room room) {
        classes()
                .that()
                .resideInAPackage(room.inside())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room.mayImport())
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void theDoorImportsRoomsAndNoLibrary() {
        Stream<String> rooms = Arrays.stream(Room.values()).map(Room::inside);
        classes()
                .that()
                .resideInAPackage(DOOR)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Stream.of("java..", DOOR), rooms).toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void noRoomImportsTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DOOR)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DOOR)
                .check(MAIN);
    }

    @Test
    void everyClassLivesInARoom() {
        String[] rooms = Stream.concat(
                        Stream.of(DOOR), Arrays.stream(Room.values()).map(Room::inside))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(MAIN);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("dev.rfsweep.(*)..").should().beFreeOfCycles().check(MAIN);
    }
}
