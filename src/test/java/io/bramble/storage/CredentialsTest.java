package io.bramble.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void random_credentials_fit_every_engine_and_differ() {
        var credentials = Credentials.random();

        assertThat(credentials.accessKeyId()).matches("[A-Z0-9]{20}");
        assertThat(credentials.secretKey().reveal()).matches("[A-Za-z0-9]{40}");
        assertThat(Credentials.random()).isNotEqualTo(credentials);
    }

    @Test
    void a_secret_is_never_printed() {
        var credentials = new Credentials("ID", SecretKey.of("hush"));

        assertThat(credentials.toString()).contains("ID").doesNotContain("hush");
        assertThat(credentials).isEqualTo(new Credentials("ID", SecretKey.of("hush")));
    }
}
