package io.bramble.security;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Keycloak's addresses, given and not discovered, so that Bramble starts while Keycloak is still starting. People's
 * browsers use the public issuer, this process the internal one.
 */
@Configuration(proxyBeanMethods = false)
class KeycloakRegistration {
    static final String ID = "keycloak";

    @Bean
    ClientRegistrationRepository clientRegistrations(
            @Value("${bramble.url}") String url,
            @Value("${bramble.keycloak.client-id}") String clientId,
            @Value("${bramble.keycloak.client-secret}") String clientSecret,
            @Value("${bramble.keycloak.issuer}") String issuer,
            @Value("${bramble.keycloak.internal-issuer}") String internal) {
        var oidc = "/protocol/openid-connect/";
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(ID)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(url + "/login/oauth2/code/" + ID)
                .scope("openid", "profile", "email")
                .issuerUri(issuer)
                .authorizationUri(issuer + oidc + "auth")
                .tokenUri(internal + oidc + "token")
                .jwkSetUri(internal + oidc + "certs")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", issuer + oidc + "logout"))
                .build());
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
        return CodeExchange.within(Duration.ofSeconds(10));
    }

    @Bean
    JwtDecoder jwtDecoder(
            @Value("${bramble.keycloak.issuer}") String issuer,
            @Value("${bramble.keycloak.internal-issuer}") String internal) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(internal + "/protocol/openid-connect/certs")
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains("api"))));
        return decoder;
    }
}
