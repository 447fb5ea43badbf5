package io.bramble.web;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A person sees what to do and an id; the stack trace stands in the log under the same id. */
@ControllerAdvice(assignableTypes = {Pages.class, PricingPage.class, GuidePages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {
    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    static ModelAndView notFound() {
        return new ModelAndView("error/404", Map.of("status", 404), HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView missing(PageNotFound missing) {
        return notFound();
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception problem) throws Exception {
        if (problem instanceof ErrorResponse) throw problem;
        var id = UuidCreator.getTimeOrderedEpoch();
        LOG.error("Public page failed, id {}", id, problem);
        return new ModelAndView("error/5xx", Map.of("status", 500, "id", id), HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
