package io.bramble.bucket;

import io.bramble.storage.StoreException;

/** What ends a job, since going on would fail as well; all else is tried again or counted against one object. */
final class JobEnds {
    private JobEnds() {}

    static boolean forGood(RuntimeException problem) {
        return switch (problem) {
            case BucketNotReady _,
                    StandingForbids _,
                    StoreException.AccessDenied _,
                    StoreException.NoSuchBucket _,
                    StoreException.QuotaExceeded _,
                    StoreException.Refused _,
                    StoreException.KeyTooLong _,
                    StoreException.StorageFull _,
                    StoreException.NotSupportedByEngine _ -> true;
            default -> false;
        };
    }
}
