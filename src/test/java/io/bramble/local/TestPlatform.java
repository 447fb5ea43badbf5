package io.bramble.local;

import static io.bramble.local.LocalPostgres.APP;
import static io.bramble.local.LocalPostgres.OWNER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * What a test with a Spring context imports: a database of its own, migrated by the owner and used as the application's
 * role; a key for secrets; a clock that the test moves.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestPlatform {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** One per Spring context: its workers then see nobody else's work. */
    public record TestDatabase(LocalPostgres server, String name) {

        public String url() {
            return server.url(name);
        }
    }

    @Bean
    TestDatabase testDatabase() {
        var database = new TestDatabase(LocalPostgres.shared(), "bramble_test_" + DATABASES.incrementAndGet());
        database.server().createDatabase(database.name(), OWNER);
        return database;
    }

    @Bean
    JdbcConnectionDetails applicationConnection(TestDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return APP;
            }

            @Override
            public String getPassword() {
                return database.server().password(APP);
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails migrationConnection(TestDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return database.server().password(OWNER);
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    DynamicPropertyRegistrar keyset() throws IOException {
        var keyset = keysetFile();
        return properties -> properties.add("bramble.secrets.keyset", keyset::toString);
    }

    /** For what runs without the test framework. */
    public static Path keysetFile() throws IOException {
        return LocalKeyset.in(Path.of("target", "keyset.json").toAbsolutePath());
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }
}
