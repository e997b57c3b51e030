package dev.rfsweep.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of the command line, from the top down: each may import those after it, and none before it. */
class CliLayeringTest {

    private static final List<String> ORDER =
            List.of("dev.rfsweep.cli", "dev.rfsweep.cli.options", "dev.rfsweep.cli.files", "dev.rfsweep.cli.terminal");

    private static final int MOST_FILES = 20;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rfsweep.cli");

    @Test
    void packagesImportDownwards() {
        for (int lower = 1; lower < ORDER.size(); lower++) {
            noClasses()
                    .that()
                    .resideInAPackage(ORDER.get(lower))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ORDER.subList(0, lower).toArray(String[]::new))
                    .check(MAIN);
        }
    }

    @Test
    void noPackageIsCrowded() {
        Map<String, Long> files = MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files).containsOnlyKeys(ORDER);
        assertThat(files.values()).allMatch(count -> count <= MOST_FILES);
    }
}
