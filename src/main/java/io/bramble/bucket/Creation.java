package io.bramble.bucket;

/** What became of a wish for a bucket. Messages are for people. */
public sealed interface Creation {
    /** It is being made; {@link BucketChanges} tells when it is ready. */
    record Accepted(BucketView bucket) implements Creation {}

    /** @param suggestion a variant that is free */
    record NameTaken(String name, String message, String suggestion) implements Creation {}

    record NameReserved(String name, String message) implements Creation {}

    /** @param limit how many buckets the account may have */
    record LimitReached(int limit) implements Creation {}
}
