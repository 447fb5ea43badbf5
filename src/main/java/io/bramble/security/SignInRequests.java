package io.bramble.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** What a sign-in link may ask: {@code ?prompt=create} registers, {@code ?fresh=/console/…} signs in again. */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {
    private final DefaultOAuth2AuthorizationRequestResolver standard;

    SignInRequests(ClientRegistrationRepository registrations) {
        standard = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        standard.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return wish(request, standard.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return wish(request, standard.resolve(request, registrationId));
    }

    private static @Nullable OAuth2AuthorizationRequest wish(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest to) {
        if (to == null) return null;
        if ("create".equals(request.getParameter("prompt"))) return with(to, "prompt", "create");
        var fresh = request.getParameter("fresh");
        if (fresh == null || !fresh.startsWith("/console/")) return to; // never another site
        request.getSession().setAttribute("SPRING_SECURITY_SAVED_REQUEST", new SimpleSavedRequest(fresh));
        return with(to, "max_age", "0");
    }

    private static OAuth2AuthorizationRequest with(OAuth2AuthorizationRequest to, String name, String value) {
        return OAuth2AuthorizationRequest.from(to)
                .additionalParameters(parameters -> parameters.put(name, value))
                .build();
    }
}
