package dev.rfsweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name for one thing: no simple name of a top-level class stands twice in the main code of all modules. */
class ClassNamesTest {

    private static final Pattern TOP_LEVEL = Pattern.compile(
            "(?m)^(?:(?:public|abstract|final|sealed|non-sealed|strictfp) )*(?:class|record|enum|interface|@interface) (\\w+)");

    @Test
    void noTopLevelClassHasTheNameOfAnother() throws IOException {
        Map<String, List<Path>> filesByName = new TreeMap<>();
        for (Path file : sources()) {
            Matcher declared = TOP_LEVEL.matcher(Files.readString(file));
            while (declared.find()) {
                filesByName
                        .computeIfAbsent(declared.group(1), name -> new ArrayList<>())
                        .add(file);
            }
        }
        assertThat(filesByName).containsKeys("Window", "Sweep", "Main", "SweepBenchmark"); // all modules are searched
        filesByName.values().removeIf(files -> files.size() == 1);
        assertThat(filesByName).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("core", "cli", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.toString().endsWith("-info.java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
