package io.bramble.api;

import io.bramble.account.Scope;
import io.bramble.bucket.Namespace;
import io.bramble.bucket.Namespaces;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Namespaces", description = "First labels of endpoints, unique on the platform")
@RestController
@RequestMapping("/api/v1/namespaces")
class NamespacesResource {
    private final Namespaces namespaces;
    private final CurrentUser user;
    private final Idempotency idempotency;

    NamespacesResource(Namespaces namespaces, CurrentUser user, Idempotency idempotency) {
        this.namespaces = namespaces;
        this.user = user;
        this.idempotency = idempotency;
    }

    @GetMapping
    Items<Namespace> list() {
        return Items.all(namespaces.list(user.membership(Scope.BUCKET_READ)));
    }

    @PostMapping
    ResponseEntity<?> claim(
            @RequestHeader(value = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody NewNamespace body) {
        var acting = user.membership(Scope.BUCKET_WRITE);
        return idempotency.answer(acting, key, body, () -> {
            var made = namespaces.claim(acting, Required.given("name", body.name()));
            return Created.at(URI.create("/api/v1/namespaces"), made);
        });
    }

    record NewNamespace(@Nullable String name) {}
}
