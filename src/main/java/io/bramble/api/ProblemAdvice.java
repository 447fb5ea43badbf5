package io.bramble.api;

import io.bramble.account.InvalidField;
import io.bramble.account.NotAllowed;
import io.bramble.bucket.BucketNotFound;
import io.bramble.bucket.BucketNotReady;
import io.bramble.bucket.KeyNotFound;
import io.bramble.bucket.LargeFileNotFound;
import io.bramble.bucket.LimitReached;
import io.bramble.bucket.NameReserved;
import io.bramble.bucket.NameTaken;
import io.bramble.bucket.NamespaceNotFound;
import io.bramble.bucket.PurgeStarted;
import io.bramble.bucket.ShareNotFound;
import io.bramble.bucket.StandingForbids;
import io.bramble.bucket.TicketRefused;
import io.bramble.provisioning.EngineUnavailable;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.exc.StreamConstraintsException;

/** Translates what modules refuse into problems, once, for all resources. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidField invalid) {
        return Problem.ofField(HttpStatus.BAD_REQUEST, "validation", invalid.field(), invalid.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed refused) {
        return Problem.of(HttpStatus.FORBIDDEN, "forbidden", refused.getMessage());
    }

    @ExceptionHandler({
        TokenNotFound.class,
        BucketNotFound.class,
        KeyNotFound.class,
        NamespaceNotFound.class,
        ShareNotFound.class,
        LargeFileNotFound.class
    })
    ProblemDetail notFound(RuntimeException missing) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", missing.getMessage());
    }

    @ExceptionHandler({Refused.NameTaken.class, NameTaken.class})
    ProblemDetail nameTaken(RuntimeException taken) {
        return Problem.ofField(HttpStatus.CONFLICT, "bucket-name-taken", "name", taken.getMessage());
    }

    @ExceptionHandler({Refused.NameReserved.class, NameReserved.class})
    ProblemDetail nameReserved(RuntimeException reserved) {
        return Problem.ofField(HttpStatus.CONFLICT, "name-reserved", "name", reserved.getMessage());
    }

    @ExceptionHandler({Refused.TooMany.class, LimitReached.class})
    ProblemDetail limitReached(RuntimeException reached) {
        return Problem.of(HttpStatus.FORBIDDEN, "quota-exceeded", reached.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notSupported(NotSupportedByEngine lacking) {
        return Problem.of(HttpStatus.NOT_IMPLEMENTED, "not-supported-by-engine", lacking.getMessage());
    }

    @ExceptionHandler
    ProblemDetail standing(StandingForbids refused) {
        return Problem.of(HttpStatus.FORBIDDEN, "standing", refused.getMessage());
    }

    @ExceptionHandler({PurgeStarted.class, BucketNotReady.class, ConcurrencyFailureException.class})
    ProblemDetail conflict(RuntimeException late) {
        var detail = late instanceof ConcurrencyFailureException
                ? "Somebody changed this at the same moment. Look again and repeat."
                : late.getMessage();
        return Problem.of(HttpStatus.CONFLICT, "conflict", detail);
    }

    /** Nobody's fault, and over soon. */
    @ExceptionHandler({EngineUnavailable.class, StoreException.StoreUnavailable.class})
    ProblemDetail engineAway(RuntimeException away) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "engine-unavailable", away.getMessage());
    }

    @ExceptionHandler
    ProblemDetail ticketRefused(TicketRefused refused) {
        return Problem.of(HttpStatus.FORBIDDEN, "forbidden", refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail keyReused(Idempotency.KeyReused reused) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", reused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stillRunning(Idempotency.StillRunning running) {
        return Problem.of(HttpStatus.CONFLICT, "conflict", running.getMessage());
    }

    /** The person gets an id, the log the cause under it; the message could hold a secret and stays here. */
    @ExceptionHandler
    ProblemDetail unexpected(Exception bug) {
        var id = UUID.randomUUID().toString();
        LOG.error("Unexpected problem {}", id, bug);
        var problem = Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong on our side. Tell support this id.");
        problem.setProperty("id", id);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException garbled, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (garbled.getCause() instanceof StreamConstraintsException)
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body(Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "too-large",
                            "A body has at most 16 MiB of JSON. Send it in several calls."));
        return ResponseEntity.badRequest()
                .body(Problem.of(
                        HttpStatus.BAD_REQUEST, "validation", "The body is not the JSON that this call takes."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.valueOf(status.value());
        var slug = known == HttpStatus.NOT_FOUND ? "not-found" : "validation";
        var detail = body instanceof ProblemDetail problem ? problem.getDetail() : known.getReasonPhrase();
        return ResponseEntity.status(status).headers(headers).body(Problem.of(known, slug, detail));
    }

    /** An id that is no id is not found, like any other id that does not exist. */
    @ExceptionHandler
    ProblemDetail badId(MethodArgumentTypeMismatchException mismatch) {
        if (UUID.class.equals(mismatch.getRequiredType()))
            return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing with this id.");
        return Problem.ofField(
                HttpStatus.BAD_REQUEST, "validation", mismatch.getName(), "This value has not the right form.");
    }
}
