package io.bramble.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problems as RFC 9457 says, with a stable type and, where one is at fault, the field. */
final class Problem {
    private Problem() {}

    static ProblemDetail of(HttpStatus status, String slug, @Nullable String detail) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:bramble:problem:" + slug));
        problem.setTitle(slug.replace('-', ' '));
        problem.setDetail(detail);
        problem.setProperty("help", "/docs/problems#" + slug);
        return problem;
    }

    static ProblemDetail ofField(HttpStatus status, String slug, String field, @Nullable String detail) {
        var problem = of(status, slug, detail);
        problem.setProperty("errors", List.of(new FieldError(field, detail)));
        return problem;
    }

    record FieldError(String field, @Nullable String detail) {}
}
