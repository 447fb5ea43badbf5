package io.bramble.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that nobody serves: a page for a browser, a problem for a program. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingPages {
    @ExceptionHandler
    Object missing(NoResourceFoundException problem, HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        var browser = accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
        if (!browser || request.getRequestURI().startsWith("/api/"))
            return ResponseEntity.of(problem.getBody()).build();
        return PageErrors.notFound();
    }
}
