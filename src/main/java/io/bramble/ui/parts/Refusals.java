package io.bramble.ui.parts;

import io.bramble.account.InvalidField;
import io.bramble.account.NotAllowed;
import io.bramble.bucket.BucketNotFound;
import io.bramble.bucket.BucketNotReady;
import io.bramble.bucket.KeyNotFound;
import io.bramble.bucket.LimitReached;
import io.bramble.bucket.PurgeStarted;
import io.bramble.bucket.ShareNotFound;
import io.bramble.bucket.StandingForbids;
import io.bramble.bucket.TicketRefused;
import io.bramble.provisioning.EngineUnavailable;
import io.bramble.storage.StoreException;
import java.util.Optional;

/** What modules throw that has words for the person; all else is a bug. */
public final class Refusals {
    private Refusals() {}

    /** @return empty for what is no refusal */
    public static Optional<String> sentence(Throwable thrown) {
        return switch (thrown) {
            case StoreException.StoreUnavailable _ ->
                Optional.of("The store does not answer. Nothing is lost; try again in a moment.");
            case StoreException refused -> Optional.of("The store refused: " + refused.getMessage());
            case InvalidField _,
                    NotAllowed _,
                    BucketNotFound _,
                    BucketNotReady _,
                    KeyNotFound _,
                    ShareNotFound _,
                    LimitReached _,
                    PurgeStarted _,
                    StandingForbids _,
                    TicketRefused _,
                    EngineUnavailable _ -> Optional.of(String.valueOf(thrown.getMessage()));
            default -> Optional.empty();
        };
    }
}
