package io.bramble.billing;

/** What can have a price. Quantities are byte-seconds, bytes, requests or engine-seconds, always whole. */
public enum Meter {
    STORAGE,
    EGRESS,
    INGRESS,
    REQUESTS_A,
    REQUESTS_B,
    ENGINE
}
