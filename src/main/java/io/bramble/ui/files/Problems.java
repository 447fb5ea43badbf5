package io.bramble.ui.files;

import io.bramble.account.InvalidField;
import io.bramble.account.NotAllowed;
import io.bramble.bucket.BucketNotFound;
import io.bramble.bucket.BucketNotReady;
import io.bramble.bucket.StandingForbids;
import io.bramble.bucket.TicketRefused;
import io.bramble.storage.StoreException;
import io.bramble.ui.parts.Notices;

/** What calls beside the lock throw. Refusals have words for the person; the rest is for the error handler. */
final class Problems {
    private Problems() {}

    static boolean isRefusal(RuntimeException problem) {
        return switch (problem) {
            case StoreException _,
                    BucketNotFound _,
                    BucketNotReady _,
                    StandingForbids _,
                    TicketRefused _,
                    NotAllowed _,
                    InvalidField _ -> true;
            default -> false;
        };
    }

    /** A refusal as a notice; all else goes to the error handler. */
    static void tell(RuntimeException problem) {
        if (!isRefusal(problem)) throw problem;
        Notices.refused(sentence(problem));
    }

    static String sentence(RuntimeException refusal) {
        return switch (refusal) {
            case StoreException.StoreUnavailable _ ->
                "The store does not answer. Nothing is lost; try again in a moment.";
            case StoreException refused -> "The store refused: " + refused.getMessage();
            default -> String.valueOf(refusal.getMessage());
        };
    }
}
