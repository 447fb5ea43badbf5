package io.bramble.security;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Asks Keycloak for a person's tokens as Spring Security does by itself, but not for ever. */
final class CodeExchange {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private CodeExchange() {}

    /** @param patience how long Keycloak may think before the sign-in fails */
    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> within(Duration patience) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(patience);
        var exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return exchange;
    }
}
