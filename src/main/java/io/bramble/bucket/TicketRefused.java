package io.bramble.bucket;

/** The upload is unknown, over or expired, or its maker may no longer write. */
public class TicketRefused extends RuntimeException {
    TicketRefused() {
        super("This upload has ended or its ticket is not valid. Start the upload again.");
    }
}
