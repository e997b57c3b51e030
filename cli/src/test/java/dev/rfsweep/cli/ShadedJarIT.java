package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jars that are built name every library in them and hold its licence. Runs after they are packed. */
class ShadedJarIT {

    private static final String NOTICE = "META-INF/licenses/THIRD-PARTY.txt";

    /** A line of the notice: jars, folder of the classes, library, licence, entry of the text. */
    private static final Pattern LINE = Pattern.compile("(?m)^(p|b|pb) +(\\S+) +(\\S.*?) {2,}(\\S+) +(\\S+)$");

    private record Library(String jars, String folder, String text) {}

    @ParameterizedTest
    @CsvSource({"p, target/rfsweep.jar", "b, ../bench/target/benchmarks.jar"})
    void namesEveryLibraryAndHoldsItsLicence(String mark, Path file) throws IOException {
        assumeTrue(mark.equals("p") || Files.exists(file), "benchmarks are built only with the whole project");
        try (JarFile jar = new JarFile(file.toFile())) {
            List<Library> libraries = libraries(jar, mark);
            Set<String> folders = folders(jar);
            assertThat(folders)
                    .allMatch(folder -> libraries.stream().anyMatch(library -> isIn(folder, library.folder)));
            assertThat(libraries)
                    .hasSizeGreaterThan(8)
                    .allMatch(library -> folders.stream().anyMatch(folder -> isIn(folder, library.folder)))
                    .allMatch(library -> isText(jar, library.text));
            assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("..", "LICENSE")));
            assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson");
        }
    }

    /** The libraries of the notice that are in this jar. */
    private static List<Library> libraries(JarFile jar, String mark) throws IOException {
        return LINE.matcher(text(jar, NOTICE))
                .results()
                .map(line -> new Library(line.group(1), line.group(2), line.group(5)))
                .filter(library -> library.jars.contains(mark))
                .toList();
    }

    /** Folders of classes that are not ours, those for newer versions of Java without that prefix. */
    private static Set<String> folders(JarFile jar) {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", "").replaceFirst("/?[^/]*$", ""))
                .filter(folder -> !isIn(folder, "dev/rfsweep"))
                .collect(Collectors.toSet());
    }

    private static boolean isIn(String folder, String parent) {
        return (folder + "/").startsWith(parent + "/");
    }

    private static boolean isText(JarFile jar, String name) {
        return jar.getEntry(name) != null && jar.getEntry(name).getSize() > 500;
    }

    private static String text(JarFile jar, String name) throws IOException {
        assertThat(jar.getEntry(name)).as(name).isNotNull();
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
