package io.bramble;

import io.bramble.local.TestPlatform;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole application without a web server, on a real PostgreSQL and with a clock that tests move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@Import({TestPlatform.class, People.class})
@TestPropertySource(
        properties = {
            "bramble.keycloak.client-secret=test",
            "bramble.engine.embedded.directory=target/engine-${random.uuid}",
            "bramble.engine.embedded.port=0",
            "vaadin.productionMode=true"
        })
public @interface ModuleTest {}
