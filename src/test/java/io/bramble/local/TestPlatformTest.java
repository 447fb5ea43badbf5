package io.bramble.local;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = TestPlatformTest.OnlyADatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(TestPlatform.class)
class TestPlatformTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Value("${bramble.secrets.keyset}")
    private Path keyset;

    @Test
    void the_application_works_as_a_role_that_row_level_security_binds() {
        assertThat(jdbc.sql("""
                select current_user || ' ' || (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)
                  from pg_roles where rolname = current_user""").query(String.class).single()).isEqualTo("bramble_app false");
        assertThat(jdbc.sql("select has_schema_privilege('public', 'create')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void the_database_is_postgresql_18_and_sorts_names_by_code_point() {
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("18.");
        assertThat(jdbc.sql("select n from (values ('a'), ('B'), ('é')) v(n) order by n")
                        .query(String.class)
                        .list())
                .containsExactly("B", "a", "é");
    }

    @Test
    void a_clock_that_was_set_stands_still_until_it_is_moved() {
        var before = Instant.parse("2026-11-10T08:00:00Z");
        clock.set(before);
        clock.advance(Duration.ofDays(6));
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofDays(6)));
        clock.reset();
        assertThat(clock.instant()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void the_keyset_is_readable_by_its_owner_only() throws Exception {
        assertThat(Files.getPosixFilePermissions(keyset)).containsOnly(OWNER_READ, OWNER_WRITE);
        assertThat(Files.readString(keyset)).contains("AesGcmKey");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class OnlyADatabase {}
}
