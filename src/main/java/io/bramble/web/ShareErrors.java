package io.bramble.web;

import io.bramble.bucket.BucketNotReady;
import io.bramble.bucket.ShareGone;
import io.bramble.bucket.ShareLocked;
import io.bramble.storage.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** One page for every link that does not work: nobody learns whether it ever did. */
@ControllerAdvice(assignableTypes = {SharePages.class, RequestPages.class, UnlockPages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShareErrors {
    @ExceptionHandler
    ModelAndView gone(ShareGone gone) {
        return sorry(HttpStatus.NOT_FOUND, String.valueOf(gone.getMessage()));
    }

    @ExceptionHandler
    ModelAndView locked(ShareLocked locked, HttpServletRequest request) {
        return UnlockPages.locked(request, null);
    }

    @ExceptionHandler({StoreException.class, BucketNotReady.class})
    ModelAndView away() {
        return sorry(HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer now. Try again in a few minutes.");
    }

    private static ModelAndView sorry(HttpStatus status, String what) {
        return new ModelAndView("share/gone", Map.of("what", what), status);
    }
}
