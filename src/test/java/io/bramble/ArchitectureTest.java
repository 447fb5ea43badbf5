package io.bramble;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules between packages: modules keep to their contracts, each SDK has one importer. */
@AnalyzeClasses(packages = "io.bramble", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_SCREENS_USE_VAADIN =
            sdk("com.vaadin..", "io.bramble.ui..", "io.bramble.security..", "io.bramble");

    @ArchTest
    static final ArchRule ONE_PACKAGE_TALKS_TO_MINIO = sdk("io.minio..", "io.bramble.storage.minio..");

    @ArchTest
    static final ArchRule ONE_PACKAGE_RUNS_S3PROXY = sdk("org.gaul.s3proxy..", "io.bramble.storage.s3proxy..");

    @ArchTest
    static final ArchRule ONE_PACKAGE_KNOWS_THE_AWS_MODEL =
            sdk("software.amazon.awssdk..", "io.bramble.storage.s3proxy..");

    @ArchTest
    static final ArchRule ONE_PACKAGE_ENCRYPTS = sdk("com.google.crypto.tink..", "io.bramble.secrets..");

    @ArchTest
    static final ArchRule PUBLIC_PAGES_USE_THYMELEAF = sdk("org.thymeleaf..", "io.bramble.web..");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_SCREENS = noClasses()
            .that()
            .resideOutsideOfPackage("io.bramble.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bramble.ui..");

    @Test
    void modules_keep_to_their_contracts() {
        ApplicationModules.of(Application.class).verify();
    }

    private static ArchRule sdk(String sdk, String... importers) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(importers)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(sdk)
                .allowEmptyShould(true);
    }
}
