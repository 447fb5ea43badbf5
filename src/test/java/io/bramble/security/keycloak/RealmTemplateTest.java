package io.bramble.security.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmTemplateTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "BRAMBLE_URL", "https://console.example.com",
            "BRAMBLE_KEYCLOAK_CLIENT_SECRET", "a \"quoted\" \\ secret $1",
            "SMTP_HOST", "mail.example.com",
            "SMTP_PORT", "587",
            "SMTP_FROM", "hello@example.com",
            "SMTP_AUTH", "true",
            "SMTP_USER", "bramble",
            "SMTP_PASSWORD", "secret",
            "SMTP_STARTTLS", "true");

    @Test
    void settings_are_filled_in_whatever_characters_they_have() {
        var console = new RealmTemplate("realm.json").fill(SETTINGS).at("/clients/0");

        assertThat(console.get("baseUrl").asString()).isEqualTo("https://console.example.com/console/");
        assertThat(console.get("secret").asString()).isEqualTo("a \"quoted\" \\ secret $1");
    }

    @Test
    void names_that_are_keycloaks_own_stay() {
        var profile = new RealmTemplate("user-profile.json").fill(Map.of());

        assertThat(profile.at("/attributes/1/displayName").asString()).isEqualTo("${email}");
    }

    @Test
    void every_missing_setting_is_named_at_once() {
        assertThatThrownBy(() -> new RealmTemplate("realm.json").fill(Map.of("SMTP_HOST", "localhost")))
                .hasMessage("Set BRAMBLE_KEYCLOAK_CLIENT_SECRET, BRAMBLE_URL, SMTP_AUTH, SMTP_FROM, SMTP_PASSWORD,"
                        + " SMTP_PORT, SMTP_STARTTLS, SMTP_USER");
    }
}
