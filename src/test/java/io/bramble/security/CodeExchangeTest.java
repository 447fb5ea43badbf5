package io.bramble.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

class CodeExchangeTest {
    private static final String BACK = "http://localhost/back";

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer keycloak;

    @BeforeEach
    void keycloak() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        keycloak.stop(0);
    }

    @Test
    void a_code_gives_tokens() {
        keycloak.createContext("/", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, """
                    {"access_token": "a-token", "token_type": "Bearer", "expires_in": 300, "id_token": "who"}""");
        });
        var tokens = CodeExchange.within(Duration.ofSeconds(10)).getTokenResponse(request());
        assertThat(tokens.getAccessToken().getTokenValue()).isEqualTo("a-token");
        assertThat(tokens.getAdditionalParameters()).containsEntry("id_token", "who");
        assertThat(asked.get()).contains("grant_type=authorization_code", "code=a-code");
    }

    @Test
    void a_refusal_says_why() {
        keycloak.createContext("/", exchange -> answer(exchange, 400, """
                {"error": "invalid_grant"}"""));
        assertThatThrownBy(() -> CodeExchange.within(Duration.ofSeconds(10)).getTokenResponse(request()))
                .isInstanceOf(OAuth2AuthorizationException.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void a_keycloak_that_never_answers_ends_the_sign_in_and_not_the_persons_patience() {
        keycloak.createContext("/", exchange -> {
            try (exchange) {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> CodeExchange.within(Duration.ofMillis(200)).getTokenResponse(request()))
                .isInstanceOf(OAuth2AuthorizationException.class);
    }

    private OAuth2AuthorizationCodeGrantRequest request() {
        var address = "http://localhost:" + keycloak.getAddress().getPort();
        var client = new KeycloakRegistration()
                .clientRegistrations("http://localhost", "console", "secret", address, address)
                .findByRegistrationId(KeycloakRegistration.ID);
        var asked = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("console")
                .authorizationUri(address)
                .redirectUri(BACK)
                .state("state")
                .build();
        var answered = OAuth2AuthorizationResponse.success("a-code")
                .redirectUri(BACK)
                .state("state")
                .build();
        return new OAuth2AuthorizationCodeGrantRequest(client, new OAuth2AuthorizationExchange(asked, answered));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
