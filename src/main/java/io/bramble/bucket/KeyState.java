package io.bramble.bucket;

/** Where an access key is in its life. */
public enum KeyState {
    /** Works in a moment. */
    PENDING,
    ACTIVE,
    /** Stops working in a moment. */
    REVOKING,
    REVOKED,
    EXPIRED,
    /** Gone from the engine without our doing; make a new one. */
    LOST
}
