package io.bramble.bucket;

import io.bramble.ModuleTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A module test whose workers run when it says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ModuleTest
@Import({Customers.class, Workbench.class})
@TestPropertySource(properties = "bramble.worker.enabled=false")
@interface DrivenTest {}
