package dev.rfsweep.internal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The oracle shares nothing with what it checks but records: its byte code calls accessors of their components and
 * {@code accept}, and no method that works something out.
 */
class OracleIndependenceTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rfsweep");

    private static final Set<String> ENUM_METHODS = Set.of("ordinal", "values", "name");

    @Test
    void theOracleReadsRecordsAndAcceptsVisitors() {
        List<String> calls = calls("dev.rfsweep.internal.oracle", OracleIndependenceTest::mayBeCalled);
        assertThat(calls).isEmpty();
        assertThat(calls("dev.rfsweep.internal.oracle", target -> false)).hasSizeGreaterThan(20);
    }

    /** The rule is one that others break: the trellis asks operators for what they work out. */
    @Test
    void theRuleFindsWhatIsWorkedOut() {
        assertThat(calls("dev.rfsweep.internal.trellis", OracleIndependenceTest::mayBeCalled))
                .anyMatch(call -> call.endsWith("Operator.shape"))
                .anyMatch(call -> call.endsWith("Window.reach"));
    }

    private interface Rule {
        boolean allows(AccessTarget.CodeUnitAccessTarget target);
    }

    /** Calls, and references to methods, of other rooms that {@code rule} does not allow. */
    private static List<String> calls(String room, Rule rule) {
        return MAIN.stream()
                .filter(type -> type.getPackageName().equals(room))
                .flatMap(OracleIndependenceTest::accesses)
                .map(JavaCodeUnitAccess::getTarget)
                .filter(target -> target.getOwner().getPackageName().startsWith("dev.rfsweep."))
                .filter(target -> !target.getOwner().getPackageName().equals(room))
                .filter(target -> !rule.allows(target))
                .map(target -> target.getOwner().getSimpleName() + "." + target.getName())
                .distinct()
                .collect(Collectors.toList());
    }

    private static Stream<JavaCodeUnitAccess<?>> accesses(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(JavaCodeUnitAccess.class::isInstance)
                .map(access -> (JavaCodeUnitAccess<?>) access);
    }

    private static boolean mayBeCalled(AccessTarget.CodeUnitAccessTarget target) {
        Class<?> owner = target.getOwner().reflect();
        boolean none = target.getRawParameterTypes().isEmpty();
        boolean accessor = owner.isRecord()
                && none
                && Arrays.stream(owner.getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch(target.getName()::equals);
        boolean constant = owner.isEnum() && ENUM_METHODS.contains(target.getName());
        return accessor || constant || target.getName().equals("accept");
    }
}
