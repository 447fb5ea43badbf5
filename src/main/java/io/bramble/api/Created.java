package io.bramble.api;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** What a POST made, and where it is. */
record Created(HttpStatus status, URI location, Object body) {
    static Created at(URI location, Object body) {
        return new Created(HttpStatus.CREATED, location, body);
    }

    static Created accepted(URI location, Object body) {
        return new Created(HttpStatus.ACCEPTED, location, body);
    }

    /** A body with a secret that is told once: a repeated answer does not have it. */
    interface WithSecret {
        Object withoutSecret();
    }
}
