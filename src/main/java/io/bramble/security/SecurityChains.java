package io.bramble.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;
import static org.springframework.security.config.Customizer.withDefaults;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OidcBackChannelLogoutHandler;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Four doors: uploads by their ticket, the API by bearer token, the console by session, everything else for everybody
 * and without any.
 */
@EnableWebSecurity
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    /** A ticket is a bearer of its own kind, for one upload alone: the module checks it. */
    @Bean
    @Order(0)
    SecurityFilterChain ticket(HttpSecurity http) {
        return http.securityMatcher("/api/v1/uploads/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, AuthenticationManagerResolver<HttpServletRequest> bearer, BearerProblem problem) {
        return http.securityMatcher("/api/**", "/.well-known/oauth-protected-resource/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(a -> a.requestMatchers("/api/v1/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(o -> o.authenticationManagerResolver(bearer)
                        .authenticationEntryPoint(problem)
                        .accessDeniedHandler(problem))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain console(
            HttpSecurity http,
            SignInRequests signIn,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange,
            SignInFailure failure,
            ArrivingUsers arrivingUsers,
            VaadinDefaultRequestCache requests) {
        requests.setDelegateRequestCache(withoutMark());
        return http.securityMatcher("/console/**", "/oauth2/**", "/login/oauth2/**", "/logout/connect/**")
                .oauth2Login(o -> o.authorizationEndpoint(a -> a.authorizationRequestResolver(signIn))
                        .tokenEndpoint(t -> t.accessTokenResponseClient(codeExchange))
                        .userInfoEndpoint(u -> u.oidcUserService(arrivingUsers))
                        .failureHandler(failure))
                .oidcLogout(o -> o.backChannel(withDefaults()))
                .with(vaadin(), v -> v.oauth2LoginPage("/oauth2/authorization/keycloak", "{baseUrl}/")
                        .anyRequest(AuthorizedUrl::authenticated)) // an unknown page is the console's to answer
                .build();
    }

    /** Whoever signs in comes back to the address they wished, without "?continue" at its end: people copy addresses. */
    @SuppressWarnings("NullAway") // null is the documented way to have no mark
    private static RequestCache withoutMark() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /**
     * Without CSRF tokens: the one cookie here proves that a link's password was known (SameSite=Lax), and only lets its
     * holder begin to send files by that link.
     */
    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(withDefaults())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'none'; script-src 'self'; "
                                + "style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; "
                                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"))
                        .cacheControl(c -> c.disable()))
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .build();
    }

    @Bean
    AuthenticationManagerResolver<HttpServletRequest> bearer(
            JwtDecoder jwts, PersonalTokens personal, RealmRoles roles) {
        var jwt = new JwtAuthenticationProvider(jwts);
        jwt.setJwtAuthenticationConverter(roles.jwtConverter());
        var byJwt = new ProviderManager(jwt);
        var byPersonal = new ProviderManager(new OpaqueTokenAuthenticationProvider(personal));
        var tokens = new DefaultBearerTokenResolver();
        return request -> PersonalTokens.claims(tokens.resolve(request)) ? byPersonal : byJwt;
    }

    /** Sessions of a person are ended here when Keycloak says that they signed out elsewhere. */
    @Bean
    OidcBackChannelLogoutHandler backChannelLogout(
            OidcSessionRegistry sessions,
            @Value("${server.servlet.session.cookie.name}") String cookie,
            @Value("${server.port}") int port) {
        var handler = new OidcBackChannelLogoutHandler(sessions);
        handler.setSessionCookieName(cookie);
        handler.setLogoutUri("http://localhost:" + port + "/logout/connect/back-channel/{registrationId}");
        return handler;
    }

    @Bean
    OidcSessionRegistry oidcSessions() {
        return new InMemoryOidcSessionRegistry();
    }
}
