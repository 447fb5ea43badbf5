package io.bramble.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.stereotype.Component;

/** The realm's roles of the platform's staff, as authorities {@code ROLE_operator} and so on. Others are ignored. */
@Component
class RealmRoles implements GrantedAuthoritiesMapper {
    static final Set<String> KNOWN = Set.of("operator", "support", "finance");

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
        var all = new HashSet<GrantedAuthority>(authorities);
        for (var authority : authorities)
            if (authority instanceof OidcUserAuthority oidc) all.addAll(of(oidc.getIdToken()));
        return all;
    }

    /** Keycloak's access token makes a caller of the API who may do all that the person may. */
    Converter<Jwt, AbstractAuthenticationToken> jwtConverter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(
                jwt -> of(jwt).stream().map(GrantedAuthority.class::cast).toList());
        return converter;
    }

    private static Set<SimpleGrantedAuthority> of(ClaimAccessor token) {
        @Nullable Map<String, Object> access = token.getClaimAsMap("realm_access");
        var roles = access == null ? List.of() : (Collection<?>) access.getOrDefault("roles", List.of());
        return roles.stream()
                .map(Object::toString)
                .filter(KNOWN::contains)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(Collectors.toSet());
    }
}
