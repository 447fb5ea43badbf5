package io.bramble.bucket;

/** What would become of a name if a bucket were made with it now. Messages are for people. */
public sealed interface NameCheck {
    /** @param url what the bucket would be reached by */
    record Free(String url) implements NameCheck {}

    record Invalid(String message) implements NameCheck {}

    /** @param suggestion a variant that is free */
    record Taken(String message, String suggestion) implements NameCheck {}

    record Reserved(String message) implements NameCheck {}
}
