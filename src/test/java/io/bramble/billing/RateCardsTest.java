package io.bramble.billing;

import static java.nio.file.Files.writeString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.local.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = RateCardsTest.OnlyBilling.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(TestPlatform.class)
class RateCardsTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private FlywayConnectionDetails owner;

    @TempDir
    Path folder;

    @Test
    void starting_keeps_every_card_once() {
        start(new Catalogue(""));
        assertThat(jdbc.sql("select code || ' ' || version from rate_card order by code")
                        .query(String.class)
                        .list())
                .containsExactly("dedicated 1", "free 1", "pro 2");
        assertThat(jdbc.sql("select document #>> '{prices,EGRESS,tiers,0,price}' from rate_card where code = 'pro'")
                        .query(String.class)
                        .single())
                .isEqualTo("0.01");
    }

    @Test
    void a_version_in_use_with_other_terms_stops_the_start() throws IOException {
        assertThatThrownBy(() -> start(free()))
                .isInstanceOf(RateCardChanged.class)
                .hasMessageContaining("plan free version 1")
                .hasMessageContaining("add it as version 2");
    }

    @Test
    void neither_the_application_nor_the_owner_can_change_a_card() throws SQLException {
        assertThatThrownBy(
                        () -> jdbc.sql("update rate_card set currency = 'EUR'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from rate_card").update()).isInstanceOf(DataAccessException.class);
        try (var connection = asOwner();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("delete from rate_card"))
                    .hasMessageContaining("insert-only");
        }
    }

    private void start(Catalogue catalogue) {
        new RateCards(catalogue, jdbc, clock).run(new DefaultApplicationArguments());
    }

    private Catalogue free() throws IOException {
        writeString(folder.resolve("free.yaml"), """
                about: {title: Free, summary: Small things}
                card: {plan: free, version: 1, effective_from: 2026-11-01, currency: USD, placement: SHARED}
                limits: {storage: 99 GiB, buckets: 5, keys: 10}
                """);
        return new Catalogue(folder.toString());
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({RateCards.class, Catalogue.class})
    static class OnlyBilling {}
}
