package io.bramble.billing;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bytes, seconds and money are whole or decimal numbers: one floating point step would make an invoice wrong. */
class ExactNumbersTest {
    private static final Set<String> INEXACT = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final ArchRule EXACT = classes().should(useExactNumbers());

    @Test
    void billing_and_metering_never_touch_floating_point() {
        var modules = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.bramble.billing", "io.bramble.metering");
        EXACT.check(modules);
    }

    @Test
    void the_rule_notices_a_double_and_an_equals_that_depends_on_the_scale() {
        var report = EXACT.evaluate(new ClassFileImporter().importClasses(Sloppy.class));
        assertThat(report.getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("doubleValue"))
                .anyMatch(detail -> detail.contains("BigDecimal.equals"));
    }

    @SuppressWarnings({"BigDecimalEquals", "unused"})
    private static final class Sloppy {
        static boolean same(BigDecimal one, BigDecimal other) {
            return one.equals(other) || Math.round(one.doubleValue()) == 0;
        }
    }

    private static ArchCondition<JavaClass> useExactNumbers() {
        return new ArchCondition<>("use exact numbers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> INEXACT.contains(field.getRawType().getName()))
                        .forEach(field -> events.add(violated(field, field.getFullName() + " is inexact")));
                type.getCodeUnits().stream()
                        .filter(unit -> types(unit).anyMatch(INEXACT::contains))
                        .forEach(unit -> events.add(violated(unit, unit.getFullName() + " is inexact")));
                type.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getFullName().startsWith("java.math.BigDecimal.equals(")
                                || INEXACT.contains(call.getTargetOwner().getName())
                                || Stream.concat(
                                                Stream.of(call.getTarget().getRawReturnType()),
                                                call.getTarget().getRawParameterTypes().stream())
                                        .map(JavaClass::getName)
                                        .anyMatch(INEXACT::contains))
                        .forEach(call -> events.add(violated(call, call.getDescription())));
            }
        };
    }

    private static Stream<String> types(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .map(JavaClass::getName);
    }
}
