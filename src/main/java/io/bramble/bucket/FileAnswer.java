package io.bramble.bucket;

import java.net.URI;
import java.util.Map;

/** What became of one {@link FileWish}. */
public sealed interface FileAnswer {
    String key();

    /**
     * PUT the file to this URL with exactly these headers, within 15 minutes.
     *
     * @param headers part of the signature; browsers set Content-Length by themselves
     */
    record Signed(String key, URI url, Map<String, String> headers) implements FileAnswer {}

    /** @param message for people: what is wrong and what to do */
    record Refused(String key, Refusal reason, String message) implements FileAnswer {}

    /** Why a file is refused. */
    enum Refusal {
        /** Too long, empty, or in Bramble's own folder. */
        INVALID_KEY,
        TOO_LARGE,
        /** The account's or the bucket's storage is used up: all further files too. */
        QUOTA_EXCEEDED
    }
}
