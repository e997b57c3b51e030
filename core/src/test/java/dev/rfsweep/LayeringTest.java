package dev.rfsweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom: the rooms of the library, one row each. A room that is not built yet has no classes to check. */
class LayeringTest {

    /** The package above the rooms, for users of the library: it may import all of them, and none of them it. */
    private static final String DOOR = "dev.rfsweep";

    /** Rooms but the vocabulary are here: public to each other, not to users of the library. */
    private static final String INTERNAL = "dev.rfsweep.internal.";

    private static final int MOST_FILES = 24;

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
        NOTATION("model", "net", "space", FASTUTIL, JACKSON),
        ORACLE("model", "net"),
        TRELLIS("model", "paths", "net", "space", FASTUTIL),
        ENGINE("model", "paths", "net", "space", "trellis", FASTUTIL),
        QUERY("model", "paths", "space", "trellis", "engine", FASTUTIL),
        EMIT("model", "net"),
        ANALYSIS("model", "net", FASTUTIL),
        ONNX("model", "analysis", FASTUTIL, PROTOBUF),
        OUTPUT("model", "space", "trellis", "engine", "query", FASTUTIL, JACKSON, ARROW, FLATBUFFERS),
        REPORT("model", "net", "space", "notation", "trellis", "engine", "query", "analysis", "output", FASTUTIL);

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
            if (name.endsWith("..")) {
                return name;
            }
            return (name.equals("model") ? "dev.rfsweep." : INTERNAL) + name + "..";
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
        slices().matching(INTERNAL + "(*)..").should().beFreeOfCycles().check(MAIN);
    }

    /** Sub-packages from the top of a room down: each may import those after it, and none before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine engine.sink engine.evaluate",
                "query query.wide query.best query.count",
                "notation notation.arch notation.source",
                "report report.panel report.svg report.scene",
                "analysis analysis.regions analysis.fields analysis.graph analysis.reads",
                "onnx onnx.operators onnx.constants onnx.call onnx.wire",
                "onnx onnx.constants onnx.operators"
            })
    void subPackagesImportDownwards(String order) {
        String[] packages = order.split(" ", -1);
        for (int upper = 0; upper < packages.length; upper++) {
            for (int lower = upper + 1; lower < packages.length; lower++) {
                noClasses()
                        .that()
                        .resideInAPackage(INTERNAL + packages[lower])
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(INTERNAL + packages[upper])
                        .check(MAIN);
            }
        }
    }

    /** A package is small enough to be learnt in one go; what is larger has sub-packages. */
    @Test
    void noPackageIsCrowded() {
        Map<String, Long> files = MAIN.stream()
                .filter(type -> type.isTopLevelClass())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        files.values().removeIf(count -> count <= MOST_FILES);
        assertThat(files).isEmpty();
    }

    @Test
    void aQuarterOfThePublicTypesAtMostIsForUsers() {
        List<JavaClass> all = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
        long forUsers = all.stream()
                .filter(type -> !type.getPackageName().startsWith(INTERNAL))
                .count();
        assertThat(forUsers).isBetween(5L, all.size() / 4L);
    }
}
