package io.bramble.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that nobody serves: a page for a browser, a problem for a program. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingPages {
    @ExceptionHandler
    Object missing(NoResourceFoundException nothing, HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        var browser = accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
        if (!browser || request.getRequestURI().startsWith("/api/"))
            return ResponseEntity.of(problem()).build();
        return PageErrors.notFound();
    }

    /** In the form that the API's own problems have. */
    private static ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        problem.setType(URI.create("urn:bramble:problem:not-found"));
        problem.setProperty("help", "/docs/problems#not-found");
        return problem;
    }
}
