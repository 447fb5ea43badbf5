package io.bramble;

import io.bramble.storage.MinioServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.test.context.TestPropertySource;

/** As {@link ModuleTest}, with the buckets on a real MinIO server that the test describes by dynamic properties. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ModuleTest
@TestPropertySource(properties = "bramble.engine.embedded.enabled=false")
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
public @interface MinioModuleTest {}
